package org.kakehashi.report.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Measure;
import org.kakehashi.report.Board;
import org.kakehashi.report.Dashboard;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Bar;
import org.kakehashi.ui.chart.BarChart;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Category;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.LineChart;
import org.kakehashi.ui.chart.Series;
import org.kakehashi.ui.chart.Sparkline;
import org.kakehashi.ui.chart.StackedBars;
import org.kakehashi.ui.map.CountryFigure;
import org.kakehashi.ui.map.WorldMap;
import org.kakehashi.ui.view.FigureTile;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Component;

/// Puts the figures of a dashboard into words and pictures.
@Component
class BoardViews {
    private static final int BARS = 12;

    List<EntryView> all(Board board) {
        return board.entries().stream().map(one -> view(board, one)).toList();
    }

    EntryView view(Board board, Board.Entry entry) {
        FigureWords words = new FigureWords(Text.locale());
        Indicator indicator = entry.indicator();
        String page = "/strategy/indicators/" + indicator.code();
        Board.Value now = entry.now();
        String definition = Query.of(page).with("date", board.day()).href();
        return new EntryView(
                "f-" + entry.item().id(),
                indicator.code(),
                t(indicator.name()),
                entry.item().wide(),
                new FigureTile(
                        t(indicator.name()),
                        words.number(indicator, now.day(), now.value()),
                        words.unit(indicator, now.day()),
                        words.when(indicator, now.day()),
                        now.recordsHref(),
                        definition,
                        now.value() == null ? null : words.change(entry),
                        trend(entry, words)),
                chart(entry, words),
                entry.item().shown() == Dashboard.Shown.TABLE,
                entry.status() == null ? null : t("strategy.status." + entry.status().code()),
                entry.status() == null ? null : FigureWords.tone(entry.status()),
                goal(entry, words),
                complete(now),
                now.missing() == null ? null : t("strategy.missing." + now.missing(), "of", ""),
                now.recordsHref(),
                definition,
                definition + (indicator.recorded() ? "" : "#series"),
                board.part() == null ? page + "/targets" : null);
    }

    private static @Nullable String goal(Board.Entry entry, FigureWords words) {
        Integer year = entry.goalYear();
        return entry.goal() == null || year == null
                ? null
                : t(
                        "report.goal",
                        "value",
                        Objects.requireNonNull(
                                words.number(entry.indicator(), entry.now().day(), entry.goal())),
                        "year",
                        Integer.toString(year));
    }

    private static @Nullable String complete(Board.Value now) {
        Integer complete = now.complete();
        return complete == null
                ? null
                : now.unknown() == 0
                        ? t("report.complete.all", "n", now.records())
                        : t("report.complete", "percent", complete, "unknown", now.unknown());
    }

    private static @Nullable Sparkline trend(Board.Entry entry, FigureWords words) {
        List<@Nullable Number> values =
                entry.years().stream().<@Nullable Number>map(Board.Value::value).toList();
        long known = values.stream().filter(Objects::nonNull).count();
        if (known < 2 || entry.item().shown() == Dashboard.Shown.YEARS) {
            return null;
        }
        return new Sparkline(
                t(
                        "report.trend",
                        "name",
                        t(entry.indicator().name()),
                        "from",
                        words.year(entry.indicator(), entry.years().getFirst().day()),
                        "to",
                        words.year(entry.indicator(), entry.now().day())),
                values);
    }

    private static @Nullable Chart chart(Board.Entry entry, FigureWords words) {
        String id = "c-" + entry.item().id();
        String name = t(entry.indicator().name());
        return switch (entry.item().shown()) {
            case TILE -> null;
            case YEARS -> years(entry, Caption.of(id, name, name), words);
            case PARTS, TABLE ->
                    parts(entry, Caption.of(id, name, t("report.parts.text", "name", name)), words);
            case MAP -> map(entry, Caption.of(id, name, t("report.map.text", "name", name)), words);
        };
    }

    private static Chart years(Board.Entry entry, Caption caption, FigureWords words) {
        Indicator indicator = entry.indicator();
        List<Category> categories =
                entry.years().stream()
                        .map(one ->
                                new Category(words.year(indicator, one.day()), one.recordsHref()))
                        .toList();
        Series series =
                new Series(
                        caption.title(),
                        entry.years().stream().<@Nullable Number>map(Board.Value::value).toList());
        String head = t(indicator.flow() ? "strategy.year" : "strategy.day");
        String unit = indicator.edition(entry.now().day()).unit();
        return unit.equals("percent") || unit.equals("index")
                ? new LineChart(caption, head, categories, List.of(series))
                : new StackedBars(caption, head, categories, List.of(series));
    }

    private static Chart parts(Board.Entry entry, Caption caption, FigureWords words) {
        int most = entry.item().shown() == Dashboard.Shown.TABLE ? entry.parts().size() : BARS;
        return new BarChart(
                caption,
                t("report.part"),
                words.unit(entry.indicator(), entry.now().day()),
                entry.parts().stream()
                        .filter(part -> part.value() == null || part.value().signum() != 0)
                        .limit(most)
                        .map(part -> new Bar(part.name(), part.value(), part.href()))
                        .toList());
    }

    private static Chart map(Board.Entry entry, Caption caption, FigureWords words) {
        return new WorldMap(
                caption,
                t("strategy.by.country"),
                words.unit(entry.indicator(), entry.now().day()),
                entry.parts().stream()
                        .filter(part ->
                                !part.key().equals(Measure.UNKNOWN)
                                        && part.value() != null
                                        && part.value().signum() != 0)
                        .map(part ->
                                new CountryFigure(
                                        part.key(), part.name(), part.value(), part.href()))
                        .toList(),
                List.of());
    }
}
