package org.kakehashi.ui.chart;

/// A word and the sample of colour or pattern it stands for.
public record LegendEntry(String label, String swatch) {
    private static final String START =
            "<svg viewBox=\"0 0 20 14\" aria-hidden=\"true\" focusable=\"false\">";

    public static LegendEntry filled(String label, String fill) {
        return new LegendEntry(label, swatch(fill, "#7d8591"));
    }

    /// Paper with a thin outline: no data, told from the lightest colour also in print.
    public static LegendEntry noData(String label) {
        return new LegendEntry(label, swatch(Palette.NO_DATA, Palette.NO_DATA_LINE));
    }

    public static LegendEntry circle(String label, String fill) {
        return new LegendEntry(
                label, START + "<circle cx=\"10\" cy=\"7\" r=\"6\" fill=\"" + fill + "\"/></svg>");
    }

    private static String swatch(String fill, String stroke) {
        return START
                + "<rect x=\"0.5\" y=\"0.5\" width=\"19\" height=\"13\" fill=\""
                + fill
                + "\" stroke=\""
                + stroke
                + "\"/></svg>";
    }
}
