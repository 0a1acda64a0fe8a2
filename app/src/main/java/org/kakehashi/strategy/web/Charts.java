package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.Breakdown;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Names;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Bar;
import org.kakehashi.ui.chart.BarChart;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Category;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.LineChart;
import org.kakehashi.ui.chart.Series;
import org.kakehashi.ui.chart.StackedBars;
import org.springframework.stereotype.Component;

/// Figures as charts.
@Component
class Charts {
    private final Names names;

    Charts(Names names) {
        this.names = names;
    }

    /// The figures over the years; columns for what is counted, a line for shares and indices.
    Chart series(Indicator indicator, List<Figure> figures) {
        Caption caption =
                Caption.of(
                        "series",
                        t("strategy.series", "name", t(indicator.name())),
                        t("strategy.series.description", "name", t(indicator.name())));
        List<Category> categories =
                figures.stream()
                        .map(figure -> new Category(when(indicator, figure), figure.recordsHref()))
                        .toList();
        Series series =
                new Series(
                        t(indicator.name()),
                        figures.stream().<@Nullable Number>map(Figure::value).toList());
        String head = t(indicator.flow() ? "strategy.year" : "strategy.day");
        return counted(indicator)
                ? new StackedBars(caption, head, categories, List.of(series))
                : new LineChart(caption, head, categories, List.of(series));
    }

    /// New agreements above the line, those that ended below.
    Chart flows(List<Figure> begun, List<Figure> ended) {
        List<Category> categories =
                begun.stream()
                        .map(figure ->
                                new Category(
                                        FiscalYear.of(figure.date()).label(Text.locale()),
                                        figure.recordsHref()))
                        .toList();
        return new StackedBars(
                Caption.of("flows", t("strategy.flows"), t("strategy.flows.description")),
                t("strategy.year"),
                categories,
                List.of(
                        new Series(t("strategy.flows.begun"), values(begun)),
                        new Series(t("strategy.flows.ended"), values(ended), true)));
    }

    /// The largest parts; the rest of a long tail is added up where parts can be added.
    Chart bars(String id, Breakdown breakdown, int most) {
        String title = FigureText.partTitle(breakdown);
        List<Bar> bars = new ArrayList<>();
        for (Breakdown.Item item :
                breakdown.items().stream()
                        .filter(item ->
                                breakdown.shares()
                                        || item.value() == null
                                        || item.value().signum() > 0)
                        .filter(item -> !names.whole(breakdown.dimension(), item.key()))
                        .limit(most)
                        .toList()) {
            bars.add(
                    new Bar(
                            names.of(breakdown.dimension(), item.key()),
                            item.value(),
                            item.recordsHref()));
        }
        return new BarChart(
                Caption.of(id, title, title),
                Names.heading(breakdown.dimension()),
                FigureText.partUnit(breakdown),
                bars);
    }

    private static List<@Nullable Number> values(List<Figure> figures) {
        return figures.stream().<@Nullable Number>map(Figure::value).toList();
    }

    static boolean counted(Indicator indicator) {
        return switch (indicator.unit()) {
            case "percent", "index" -> false;
            default -> true;
        };
    }

    private static String when(Indicator indicator, Figure figure) {
        return indicator.flow()
                ? FiscalYear.of(figure.date()).label(Text.locale())
                : Integer.toString(figure.date().getYear());
    }
}
