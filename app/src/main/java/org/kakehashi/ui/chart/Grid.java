package org.kakehashi.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ground of charts over years: value axis at the left, categories below, both for columns and
/// lines.
final class Grid {
    static final double WIDTH = 640;
    static final double HEIGHT = 300;
    static final double LEFT = 46;
    static final double TOP = 12;
    static final double BOTTOM = 262;
    static final double SIZE = 12;

    private final double right;
    private final List<Category> categories;

    Grid(List<Category> categories, double right) {
        this.categories = categories;
        this.right = right;
    }

    Scale values(double smallest, double largest) {
        return Scale.covering(smallest, largest, 5, BOTTOM, TOP);
    }

    double step() {
        return (right - LEFT) / Math.max(1, categories.size());
    }

    /// The middle of a category.
    double x(int index) {
        return LEFT + (index + 0.5) * step();
    }

    void draw(Svg svg, Scale scale, Caption caption) {
        for (double tick : scale.ticks()) {
            double y = scale.at(tick);
            String line = "M" + Svg.number(LEFT) + " " + Svg.number(y) + "H" + Svg.number(right);
            svg.path(line, Look.line(Math.abs(tick) < 1e-9 ? Palette.MUTED : Palette.LINE, 1));
            Look muted = Look.text(SIZE).colour(Palette.MUTED).toTheLeft();
            svg.text(LEFT - 6, y + 4, caption.show(Math.abs(tick)), muted);
        }
        for (int i = 0; i < categories.size(); i += every()) {
            Look ink = Look.text(SIZE).colour(Palette.INK).centred();
            svg.text(x(i), BOTTOM + 20, categories.get(i).label(), ink);
        }
    }

    /// Labels that would touch each other are left out evenly; the table has them all.
    private int every() {
        double widest =
                categories.stream()
                        .mapToDouble(one -> Ems.width(one.label(), SIZE))
                        .max()
                        .orElse(1);
        return (int) Math.max(1, Math.ceil((widest + 6) / step()));
    }

    static DataTable table(String header, List<Category> categories, List<Series> series) {
        List<String> headers = new java.util.ArrayList<>(List.of(header));
        series.forEach(one -> headers.add(one.name()));
        List<DataTable.Row> rows = new java.util.ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            List<@Nullable Number> values = new java.util.ArrayList<>();
            for (Series one : series) {
                values.add(one.at(i));
            }
            rows.add(
                    new DataTable.Row(categories.get(i).label(), categories.get(i).href(), values));
        }
        return new DataTable(headers, rows);
    }

    static double largest(List<Series> series, int categories) {
        double largest = 0;
        for (Series one : series) {
            for (int i = 0; i < categories; i++) {
                largest = Math.max(largest, amount(one, i));
            }
        }
        return largest;
    }

    static double amount(Series series, int index) {
        Number value = series.at(index);
        return value == null ? 0 : value.doubleValue();
    }
}
