package org.kakehashi.ui.chart;

import java.util.List;

/// Colours of charts. Series are after Okabe and Ito, told apart with any colour vision and at
/// least 3:1 on white; the steps of [#SEQUENCE] differ in lightness alone, so that they hold in
/// black and white too.
public final class Palette {
    public static final String ACCENT = "#2c6aa3";
    public static final String INK = "#1a1c20";
    public static final String MUTED = "#5e646f";
    public static final String LINE = "#d5dae1";
    public static final String NO_DATA = "#f3f4f6";
    public static final String NO_DATA_LINE = "#aab1ba";

    /// Five classes from little to much.
    public static final List<String> SEQUENCE =
            List.of("#c9dced", "#93b9d9", "#5b92c2", "#2c689f", "#123a63");

    private static final List<String> SERIES =
            List.of(
                    "#17446f", "#1a78b0", "#c75000", "#00835f", "#a64d85", "#8a6a00", "#6b4fa0",
                    "#5e646f");

    private static final List<String> BELOW = List.of("#7d8591", "#a9825a", "#4d535c");

    private Palette() {}

    /// Endings and other losses: quiet colours, never the green of good news.
    static String below(int index) {
        return BELOW.get(Math.floorMod(index, BELOW.size()));
    }

    public static String series(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }
}
