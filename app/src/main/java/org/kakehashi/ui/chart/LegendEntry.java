package org.kakehashi.ui.chart;

/// A word and the sample of colour or pattern it stands for.
public record LegendEntry(String label, String swatch) {
    static LegendEntry of(String label, String fill) {
        return new LegendEntry(label, swatch(fill, ""));
    }

    /// Grey with strokes: no data, told from every colour also in print.
    public static LegendEntry hatched(String label) {
        return new LegendEntry(
                label,
                swatch(
                        Palette.NO_DATA,
                        "<path d=\"M0 14 14 0M6 14 20 0\" stroke=\"" + Palette.HATCH + "\"/>"));
    }

    public static LegendEntry filled(String label, String fill) {
        return of(label, fill);
    }

    private static String swatch(String fill, String over) {
        return "<svg viewBox=\"0 0 20 14\" aria-hidden=\"true\" focusable=\"false\"><rect x=\"0.5\" y=\"0.5\" width=\"19\" height=\"13\" fill=\""
                + fill
                + "\" stroke=\"#7d8591\"/>"
                + over
                + "</svg>";
    }
}
