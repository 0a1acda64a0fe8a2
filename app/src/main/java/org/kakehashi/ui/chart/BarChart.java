package org.kakehashi.ui.chart;

import java.util.List;

/// Horizontal bars in the order given: countries, units, kinds.
public record BarChart(Caption caption, String labelHeader, String valueHeader, List<Bar> bars)
        implements Chart {
    private static final double WIDTH = 560;
    private static final double ROW = 26;
    private static final double SIZE = 13;
    private static final double GAP = 10;
    private static final double VALUE_ROOM = 64;

    public BarChart {
        bars = List.copyOf(bars);
    }

    @Override
    public String svg() {
        boolean links = bars.stream().anyMatch(bar -> bar.href() != null);
        Svg svg = Svg.picture(caption, WIDTH, Math.max(1, bars.size()) * ROW + 4, links);
        double labels = labelWidth();
        double largest = bars.stream().mapToDouble(BarChart::amount).max().orElse(0);
        Scale scale = Scale.covering(0, Math.max(largest, 0), 4, labels + GAP, WIDTH - VALUE_ROOM);
        svg.leaf(
                "path",
                "d",
                "M" + Svg.number(scale.from()) + " 0V" + Svg.number(bars.size() * ROW + 4),
                "stroke",
                Palette.LINE);
        for (int i = 0; i < bars.size(); i++) {
            draw(svg, bars.get(i), labels, i * ROW + 2, scale, largest);
        }
        return svg.done();
    }

    private void draw(Svg svg, Bar bar, double labels, double top, Scale scale, double largest) {
        double full = scale.to() - scale.from();
        double length = largest <= 0 ? 0 : Math.max(0, amount(bar)) / largest * full;
        String value = caption.show(bar.value());
        svg.link(bar.href(), "aria-label", bar.label() + " " + value);
        svg.tip(bar.label() + " " + value);
        svg.leaf(
                "rect",
                "x",
                0.0,
                "y",
                top,
                "width",
                WIDTH,
                "height",
                ROW - 2,
                "fill",
                "#fff",
                "fill-opacity",
                "0");
        svg.label(
                labels,
                top + 17,
                Ems.fit(bar.label(), SIZE, labels),
                "text-anchor",
                "end",
                "font-size",
                SIZE,
                "fill",
                Palette.INK);
        if (bar.value() == null) {
            svg.leaf(
                    "rect",
                    "class",
                    "hit",
                    "x",
                    scale.from(),
                    "y",
                    top + 3,
                    "width",
                    26.0,
                    "height",
                    ROW - 8,
                    "fill",
                    Palette.NO_DATA,
                    "stroke",
                    Palette.HATCH,
                    "stroke-dasharray",
                    "3 2");
            length = 26;
        } else {
            svg.leaf(
                    "rect",
                    "class",
                    "hit",
                    "x",
                    scale.from(),
                    "y",
                    top + 3,
                    "width",
                    length,
                    "height",
                    ROW - 8,
                    "fill",
                    Palette.ACCENT);
        }
        svg.label(
                scale.from() + length + 6,
                top + 17,
                value,
                "font-size",
                SIZE,
                "fill",
                bar.value() == null ? Palette.MUTED : Palette.INK);
        svg.close();
    }

    private double labelWidth() {
        double widest =
                bars.stream().mapToDouble(bar -> Ems.width(bar.label(), SIZE)).max().orElse(0);
        return Math.min(Math.max(widest, 60), WIDTH * 0.42);
    }

    private static double amount(Bar bar) {
        return bar.value() == null ? 0 : bar.value().doubleValue();
    }

    @Override
    public DataTable table() {
        return new DataTable(
                List.of(labelHeader, valueHeader),
                bars.stream()
                        .map(bar ->
                                new DataTable.Row(
                                        bar.label(),
                                        bar.href(),
                                        java.util.Collections.singletonList(
                                                caption.format(bar.value()))))
                        .toList());
    }
}
