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
                path.append(pen ? 'L' : 'M').append(at(grid.x(i), scale.at(value.doubleValue())));
            }
            pen = value != null;
        }
        svg.path(path, Look.line(Palette.series(s), 2.5).with("stroke-linejoin", "round"));
        for (int i = 0; i < categories.size(); i++) {
            Number value = series.get(s).at(i);
            if (value != null) {
                mark(svg, at(grid.x(i), scale.at(value.doubleValue())), s, i, caption.show(value));
            }
        }
    }

    private void mark(Svg svg, String at, int s, int category, String value) {
        String shape =
                switch (s % 3) {
                    case 0 -> "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
                    case 1 -> "m-4-4h8v8h-8z";
                    default -> "m0-5 5 9h-10z";
                };
        svg.part(
                        null,
                        categories.get(category).label()
                                + " · "
                                + series.get(s).name()
                                + " "
                                + value,
                        false)
                .path("M" + at + shape, Look.fill(Palette.series(s)).stroke("#fff", 1))
                .end();
    }

    private static String at(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    /// Puts the name beside the last known value, moved down where it would lie on the one before.
    private double name(Svg svg, Grid grid, Scale scale, int s, double lastNameAt) {
        Integer last = lastKnown(s);
        if (last == null) {
            return lastNameAt;
        }
        double level = scale.at(Grid.amount(series.get(s), last)) + 4;
        double y = Math.abs(level - lastNameAt) < 14 ? lastNameAt + 14 : level;
        String name = Ems.fit(series.get(s).name(), Grid.SIZE, NAMES - 4);
        svg.text(grid.x(last) + 10, y, name, Look.text(Grid.SIZE).colour(Palette.series(s)).bold());
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
        return Grid.table(categoryHeader, categories, series);
    }

    @Override
    public boolean wide() {
        return true;
    }
}
