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
    public static final String NO_DATA = "#eef0f2";
    public static final String HATCH = "#aab1ba";

    /// Five classes from little to much.
    public static final List<String> SEQUENCE =
            List.of("#c9dced", "#93b9d9", "#5b92c2", "#2c689f", "#123a63");

    private static final List<String> SERIES =
            List.of(
                    "#17446f", "#c75000", "#00835f", "#a64d85", "#2f8fc9", "#8a6a00", "#6b4fa0",
                    "#5e646f");

    private Palette() {}

    public static String series(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }
}
