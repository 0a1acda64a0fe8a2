package org.kakehashi.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// Columns by year, one part per series; series marked `below` hang under the zero line (new above,
/// ended below).
public record StackedBars(
        Caption caption, String categoryHeader, List<Category> categories, List<Series> series)
        implements Chart {
    public StackedBars {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    @Override
    public String svg() {
        boolean links = categories.stream().anyMatch(one -> one.href() != null);
        Svg svg = Svg.picture(caption, Grid.WIDTH, Grid.HEIGHT, links);
        Grid grid = new Grid(categories, Grid.WIDTH - 4);
        Scale scale = grid.values(-largestSum(true), largestSum(false));
        grid.draw(svg, scale, caption);
        for (int i = 0; i < categories.size(); i++) {
            column(svg, grid, scale, i);
        }
        return svg.done();
    }

    private void column(Svg svg, Grid grid, Scale scale, int index) {
        Category category = categories.get(index);
        double up = 0;
        double down = 0;
        svg.part(category.href(), summary(index), true);
        for (int s = 0; s < series.size(); s++) {
            double amount = Grid.amount(series.get(s), index);
            boolean below = series.get(s).below();
            double near = below ? -down : up;
            double far = below ? near - amount : near + amount;
            part(
                    svg,
                    grid,
                    index,
                    scale.at(Math.max(near, far)),
                    scale.at(Math.min(near, far)),
                    fill(s));
            up = below ? up : far;
            down = below ? -far : down;
        }
        unknown(svg, grid.x(index), index, scale.at(up) - 5, scale.at(-down) + 14);
        svg.end();
    }

    private static void part(
            Svg svg, Grid grid, int index, double top, double bottom, String fill) {
        double width = Math.min(44, grid.step() * 0.66);
        if (bottom - top > 0.05) {
            svg.rect(
                    grid.x(index) - width / 2,
                    top,
                    width,
                    bottom - top,
                    Look.fill(fill).stroke("#fff", 0.8).hit());
        }
    }

    /// A question mark where a figure is not known, so that its absence does not read as zero.
    private void unknown(Svg svg, double x, int index, double above, double below) {
        Look muted = Look.text(Grid.SIZE).colour(Palette.MUTED).bold().centred();
        if (unknown(index, false)) {
            svg.text(x, above, "?", muted);
        }
        if (unknown(index, true)) {
            svg.text(x, below, "?", muted);
        }
    }

    private boolean unknown(int index, boolean below) {
        return series.stream().anyMatch(one -> one.below() == below && one.at(index) == null);
    }

    private String fill(int index) {
        Series one = series.get(index);
        long before = series.subList(0, index).stream().filter(Series::below).count();
        return one.below() ? Palette.below((int) before) : Palette.series(index - (int) before);
    }

    private String summary(int index) {
        List<String> parts = new ArrayList<>(List.of(categories.get(index).label()));
        series.forEach(one -> parts.add(one.name() + " " + caption.show(one.at(index))));
        return String.join(" · ", parts);
    }

    private double largestSum(boolean below) {
        double largest = 0;
        for (int i = 0; i < categories.size(); i++) {
            int index = i;
            largest =
                    Math.max(
                            largest,
                            series.stream()
                                    .filter(one -> one.below() == below)
                                    .mapToDouble(one -> Grid.amount(one, index))
                                    .sum());
        }
        return largest;
    }

    @Override
    public DataTable table() {
        return Grid.table(categoryHeader, categories, series);
    }

    @Override
    public List<LegendEntry> legend() {
        List<LegendEntry> legend = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            legend.add(LegendEntry.filled(series.get(s).name(), fill(s)));
        }
        return legend;
    }

    @Override
    public boolean wide() {
        return true;
    }
}
