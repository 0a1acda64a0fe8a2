package org.kakehashi.ui.chart;

import java.util.Collections;
import java.util.List;

/// Horizontal bars in the order given: countries, units, kinds.
public record BarChart(Caption caption, String labelHeader, String valueHeader, List<Bar> bars)
        implements Chart {
    private static final double WIDTH = 460;
    private static final double ROW = 26;
    private static final double SIZE = 13.5;
    private static final double LINE = 15;
    private static final double GAP = 10;
    private static final double VALUE_ROOM = 56;
    private static final double UNKNOWN = 26;

    public BarChart {
        bars = List.copyOf(bars);
    }

    @Override
    public String svg() {
        boolean links = bars.stream().anyMatch(bar -> bar.href() != null);
        double labels = labelWidth();
        double row = ROW + (bars.stream().anyMatch(bar -> twoLines(bar, labels)) ? LINE : 0);
        double height = Math.max(1, bars.size()) * row + 4;
        Svg svg = Svg.picture(caption, WIDTH, height, links);
        double left = labels + GAP;
        svg.path("M" + Svg.number(left) + " 0V" + Svg.number(height), Look.line(Palette.LINE, 1));
        double largest = bars.stream().mapToDouble(BarChart::amount).max().orElse(0);
        double unit = largest <= 0 ? 0 : (WIDTH - VALUE_ROOM - left) / largest;
        for (int i = 0; i < bars.size(); i++) {
            draw(svg, bars.get(i), labels, i * row + 2, row, unit);
        }
        return svg.done();
    }

    private void draw(Svg svg, Bar bar, double labels, double top, double row, double unit) {
        boolean known = bar.value() != null;
        String value = caption.show(bar.value());
        double left = labels + GAP;
        double length = known ? Math.max(0, amount(bar)) * unit : UNKNOWN;
        Look paint =
                known
                        ? Look.fill(Palette.ACCENT)
                        : Look.fill(Palette.NO_DATA).stroke(Palette.NO_DATA_LINE, 1).dashed();
        double middle = top + (row - ROW) / 2;
        svg.part(bar.href(), bar.label() + " " + value, true)
                .rect(0, top, WIDTH, row - 2, Look.fill("#fff").opacity(0));
        label(svg, bar, labels, middle + 17);
        svg.rect(left, middle + 3, length, ROW - 8, paint.hit())
                .text(
                        left + length + 6,
                        middle + 17,
                        value,
                        Look.text(SIZE).colour(known ? Palette.INK : Palette.MUTED))
                .end();
    }

    private static void label(Svg svg, Bar bar, double width, double baseline) {
        List<String> lines = Ems.lines(bar.label(), SIZE, width);
        double y = baseline - (lines.size() - 1) * LINE / 2;
        for (String line : lines) {
            svg.text(width, y, line, Look.text(SIZE).colour(Palette.INK).toTheLeft());
            y += LINE;
        }
    }

    private static boolean twoLines(Bar bar, double width) {
        return Ems.width(bar.label(), SIZE) > width;
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
                List.of(labelHeader, valueHeader), bars.stream().map(this::row).toList());
    }

    private DataTable.Row row(Bar bar) {
        return new DataTable.Row(bar.label(), bar.href(), Collections.singletonList(bar.value()));
    }
}
