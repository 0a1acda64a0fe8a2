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
        double width = Math.min(44, grid.step() * 0.66);
        double x = grid.x(index) - width / 2;
        double up = 0;
        double down = 0;
        svg.link(category.href(), "aria-label", summary(index));
        svg.tip(summary(index));
        for (int s = 0; s < series.size(); s++) {
            double amount = Grid.amount(series.get(s), index);
            boolean below = series.get(s).below();
            double from = below ? -down : up;
            double to = below ? -down - amount : up + amount;
            part(
                    svg,
                    x,
                    width,
                    scale.at(Math.max(from, to)),
                    scale.at(Math.min(from, to)),
                    Palette.series(s));
            up = below ? up : to;
            down = below ? -to : down;
        }
        if (unknown(index)) {
            svg.label(
                    grid.x(index),
                    scale.at(0) - 6,
                    "?",
                    "text-anchor",
                    "middle",
                    "font-size",
                    Grid.SIZE,
                    "fill",
                    Palette.MUTED);
        }
        svg.close();
    }

    private static void part(
            Svg svg, double x, double width, double top, double bottom, String fill) {
        if (bottom - top > 0.05) {
            svg.leaf(
                    "rect",
                    "class",
                    "hit",
                    "x",
                    x,
                    "y",
                    top,
                    "width",
                    width,
                    "height",
                    bottom - top,
                    "fill",
                    fill,
                    "stroke",
                    "#fff",
                    "stroke-width",
                    "0.8");
        }
    }

    /// No figure of this category is known.
    private boolean unknown(int index) {
        return series.stream().allMatch(one -> one.at(index) == null);
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
        return Grid.table(caption, categoryHeader, categories, series);
    }

    @Override
    public List<LegendEntry> legend() {
        List<LegendEntry> legend = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            legend.add(LegendEntry.of(series.get(s).name(), Palette.series(s)));
        }
        return legend;
    }

    @Override
    public boolean wide() {
        return true;
    }
}
