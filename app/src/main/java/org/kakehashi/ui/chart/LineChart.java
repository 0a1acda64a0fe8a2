package org.kakehashi.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines over years. Unknown figures leave a gap; each line is named at its end and has marks of
/// its own shape.
public record LineChart(
        Caption caption, String categoryHeader, List<Category> categories, List<Series> series)
        implements Chart {
    private static final double NAMES = 130;

    public LineChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    @Override
    public String svg() {
        Svg svg = Svg.picture(caption, Grid.WIDTH, Grid.HEIGHT, false);
        Grid grid = new Grid(categories, Grid.WIDTH - NAMES);
        Scale scale = grid.values(0, Grid.largest(series, categories.size()));
        grid.draw(svg, scale, caption);
        double lastNameAt = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < series.size(); s++) {
            line(svg, grid, scale, s);
            lastNameAt = name(svg, grid, scale, s, lastNameAt);
        }
        return svg.done();
    }

    private void line(Svg svg, Grid grid, Scale scale, int s) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < categories.size(); i++) {
            Number value = series.get(s).at(i);
            if (value != null) {
                path.append(pen ? 'L' : 'M')
                        .append(Svg.number(grid.x(i)))
                        .append(' ')
                        .append(Svg.number(scale.at(value.doubleValue())));
            }
            pen = value != null;
        }
        svg.leaf(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                Palette.series(s),
                "stroke-width",
                2.5,
                "stroke-linejoin",
                "round");
        for (int i = 0; i < categories.size(); i++) {
            Number value = series.get(s).at(i);
            if (value != null) {
                mark(
                        svg,
                        grid.x(i),
                        scale.at(value.doubleValue()),
                        s,
                        categories.get(i).label()
                                + " · "
                                + series.get(s).name()
                                + " "
                                + caption.show(value));
            }
        }
    }

    private static void mark(Svg svg, double x, double y, int s, String tip) {
        String at = "M" + Svg.number(x) + " " + Svg.number(y);
        String shape =
                switch (s % 3) {
                    case 0 -> "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
                    case 1 -> "m-4-4h8v8h-8z";
                    default -> "m0-5 5 9h-10z";
                };
        svg.open(
                        "path",
                        "class",
                        "hit",
                        "d",
                        at + shape,
                        "fill",
                        Palette.series(s),
                        "stroke",
                        "#fff")
                .tip(tip)
                .close();
    }

    /// Puts the name beside the last known value, moved down where it would lie on the one before.
    private double name(Svg svg, Grid grid, Scale scale, int s, double lastNameAt) {
        Integer last = lastKnown(s);
        if (last == null) {
            return lastNameAt;
        }
        double y = scale.at(Grid.amount(series.get(s), last)) + 4;
        if (Math.abs(y - lastNameAt) < 14) {
            y = lastNameAt + 14;
        }
        svg.label(
                grid.x(last) + 10,
                y,
                Ems.fit(series.get(s).name(), Grid.SIZE, NAMES - 4),
                "font-size",
                Grid.SIZE,
                "font-weight",
                "700",
                "fill",
                Palette.series(s));
        return y;
    }

    private @Nullable Integer lastKnown(int s) {
        for (int i = categories.size() - 1; i >= 0; i--) {
            if (series.get(s).at(i) != null) {
                return i;
            }
        }
        return null;
    }

    @Override
    public DataTable table() {
        return Grid.table(caption, categoryHeader, categories, series);
    }

    @Override
    public boolean wide() {
        return true;
    }
}
