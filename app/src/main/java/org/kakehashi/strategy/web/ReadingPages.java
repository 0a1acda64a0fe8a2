package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.strategy.Catalogue;
import org.kakehashi.strategy.Edition;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.Reading;
import org.kakehashi.strategy.Readings;
import org.kakehashi.strategy.formula.Outcome;
import org.kakehashi.strategy.formula.Question;
import org.kakehashi.strategy.formula.Written;
import org.kakehashi.ui.chart.Bar;
import org.kakehashi.ui.chart.BarChart;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Category;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.LineChart;
import org.kakehashi.ui.chart.Series;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.springframework.stereotype.Component;

/// Puts the pages of computed indicators together.
@Component
class ReadingPages {
    private static final int BARS = 20;

    private final Readings readings;
    private final Catalogue catalogue;
    private final ReadingText texts;

    ReadingPages(Readings readings, Catalogue catalogue, ReadingText texts) {
        this.readings = readings;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    boolean mayEdit() {
        return catalogue.mayEdit();
    }

    static List<LocalDate> days(Indicator indicator, DayChoice choice) {
        return switch (indicator.period()) {
            case FLOW -> choice.yearsBack(IndicatorController.YEARS);
            case STOCK, CALENDAR_YEAR -> choice.sameDay(IndicatorController.YEARS);
        };
    }

    ReadingPage page(
            Indicator indicator, List<Plan.Action> actions, DayChoice choice, @Nullable String by) {
        List<Reading> series = readings.series(indicator, days(indicator, choice));
        return new ReadingPage(
                indicator,
                actions,
                choice,
                series,
                years(indicator, series),
                sources(series.getLast(), choice),
                parts(series.getLast(), choice, by),
                catalogue.mayEdit());
    }

    static Chart years(Indicator indicator, List<Reading> series) {
        return new LineChart(
                Caption.of(
                        "series",
                        t("strategy.series", "name", t(indicator.name())),
                        t("strategy.series.description", "name", t(indicator.name()))),
                t(indicator.flow() ? "strategy.year" : "strategy.day"),
                series.stream().map(one -> new Category(ReadingText.when(one))).toList(),
                List.of(
                        new Series(
                                t(indicator.name()),
                                series.stream().<@Nullable Number>map(Reading::value).toList())));
    }

    private List<ReadingPage.Source> sources(Reading reading, DayChoice choice) {
        List<ReadingPage.Source> all = new ArrayList<>();
        for (Reading.Asked one : reading.asked()) {
            all.add(
                    new ReadingPage.Source(
                            t(measure(one.question()).nameKey()),
                            Written.of(one.question()),
                            one.counted().records(),
                            one.counted().unknown(),
                            records(reading, choice, all.size()).href()));
        }
        return all;
    }

    private static Query records(Reading reading, DayChoice choice, int number) {
        return Query.of("/strategy/indicators/" + reading.indicator().code() + "/records")
                .with("date", reading.day().equals(choice.today()) ? null : reading.day())
                .with("of", number == 0 ? null : number);
    }

    private ReadingPage.@Nullable Parts parts(
            Reading reading, DayChoice choice, @Nullable String asked) {
        if (reading.asked().isEmpty()) {
            return null;
        }
        Measure measure = measure(reading.asked().getFirst().question());
        var possible = readings.dimensions(reading.indicator(), reading.day());
        List<MeasureDimension> dimensions =
                measure.dimensions().stream()
                        .filter(one ->
                                one.what() != MeasureDimension.What.PARTNER
                                        && possible.contains(one.name()))
                        .toList();
        if (dimensions.isEmpty()) {
            return null;
        }
        MeasureDimension chosen =
                dimensions.stream()
                        .filter(one -> one.name().equals(asked))
                        .findFirst()
                        .orElse(dimensions.getFirst());
        String heading = t(measure.dimensionKey(chosen.name()));
        List<ReadingPage.Part> all = parts(reading, choice, measure, chosen);
        return new ReadingPage.Parts(
                chosen.name(),
                heading,
                dimensions.stream()
                        .map(one ->
                                new Tab(
                                        t(measure.dimensionKey(one.name())),
                                        choice.query().with("by", one.name()).href() + "#by",
                                        one == chosen))
                        .toList(),
                all,
                new BarChart(
                        Caption.of("parts", heading, heading),
                        heading,
                        ReadingText.unit(reading.edition()),
                        all.stream()
                                .filter(one -> one.value() != null)
                                .limit(BARS)
                                .map(one -> new Bar(one.name(), one.value(), one.href()))
                                .toList()));
    }

    private List<ReadingPage.Part> parts(
            Reading reading, DayChoice choice, Measure measure, MeasureDimension dimension) {
        Edition edition = reading.edition();
        Comparator<ReadingPage.Part> order =
                Comparator.comparing(ReadingPage.Part::known)
                        .thenComparing(part ->
                                part.value() == null
                                        ? BigDecimal.valueOf(Long.MIN_VALUE)
                                        : part.value())
                        .reversed()
                        .thenComparing(ReadingPage.Part::name);
        Map<String, Outcome> values =
                readings.by(reading.indicator(), dimension.name(), reading.day());
        List<ReadingPage.Part> all = new ArrayList<>();
        values.forEach((key, outcome) -> {
            BigDecimal value =
                    outcome.value() == null
                            ? null
                            : outcome.value().setScale(edition.decimals(), RoundingMode.HALF_UP);
            String number = ReadingText.number(edition, value);
            all.add(
                    new ReadingPage.Part(
                            texts.part(measure, dimension, key),
                            value,
                            number == null ? ReadingText.missing(outcome) : number,
                            !key.equals(Measure.UNKNOWN),
                            records(reading, choice, 0)
                                    .with("by", dimension.name())
                                    .with("part", key)
                                    .href()));
        });
        all.sort(order);
        return all;
    }

    private Measure measure(Question question) {
        return readings.measures().stream()
                .filter(one -> one.name().equals(question.measure()))
                .findFirst()
                .orElseThrow();
    }
}
