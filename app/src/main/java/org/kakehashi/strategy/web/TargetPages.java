package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.Edition;
import org.kakehashi.strategy.Forecast;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Reading;
import org.kakehashi.strategy.Readings;
import org.kakehashi.strategy.Target;
import org.kakehashi.strategy.TargetPath;
import org.kakehashi.strategy.Targets;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Category;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.LineChart;
import org.kakehashi.ui.chart.Series;
import org.springframework.stereotype.Component;

/// Puts the page of targets together.
@Component
class TargetPages {
    private final Targets targets;
    private final Readings readings;
    private final RecordedPages recorded;
    private final Units units;

    TargetPages(Targets targets, Readings readings, RecordedPages recorded, Units units) {
        this.targets = targets;
        this.readings = readings;
        this.recorded = recorded;
        this.units = units;
    }

    TargetPage page(
            Indicator indicator, DayChoice choice, TargetForm form, Map<String, String> problems) {
        List<Target> all = targets.list(indicator.code());
        List<Target> whole = all.stream().filter(one -> one.unit() == null).toList();
        List<Reading> series = readings.series(indicator, ReadingPages.days(indicator, choice));
        int year = indicator.year(choice.day());
        Optional<TargetPath> path = TargetPath.of(whole, year);
        return new TargetPage(
                indicator,
                choice,
                path.map(way ->
                                standing(
                                        indicator,
                                        t("strategy.record.whole"),
                                        way,
                                        series.getLast().value(),
                                        year,
                                        null,
                                        forecast(way, series)))
                        .orElse(null),
                path.map(way -> way(indicator, way, whole, series)).orElse(null),
                all.stream().map(one -> row(indicator, one)).toList(),
                units(indicator, all, series.getLast(), year),
                form,
                recorded.units(form.unit()),
                problems,
                targets.maySet());
    }

    private TargetPage.Standing standing(
            Indicator indicator,
            String who,
            TargetPath path,
            @Nullable BigDecimal value,
            int year,
            @Nullable String share,
            @Nullable String forecast) {
        Edition edition = indicator.editions().getLast();
        return new TargetPage.Standing(
                who,
                path.status(value, year, indicator.direction() == Indicator.Direction.DOWN),
                ReadingText.number(edition, value),
                ReadingText.number(edition, path.expected(year)),
                String.valueOf(ReadingText.number(edition, path.goal().value())),
                year(indicator, path.goal().year()),
                share,
                forecast);
    }

    /// From the years that can be compared with the present one.
    private static @Nullable String forecast(TargetPath path, List<Reading> series) {
        Indicator indicator = series.getLast().indicator();
        Map<Integer, Double> known = new TreeMap<>();
        for (Reading one : series) {
            BigDecimal value = one.value();
            if (value != null && Readings.comparable(one, series.getLast())) {
                known.put(indicator.year(one.day()), value.doubleValue());
            }
        }
        Edition edition = series.getLast().edition();
        return Forecast.of(known, path.goal().year())
                .map(one ->
                        t(
                                "strategy.forecast.text",
                                "year",
                                year(indicator, one.year()),
                                "value",
                                text(edition, one.value()),
                                "low",
                                text(edition, one.low()),
                                "high",
                                text(edition, one.high()),
                                "n",
                                one.years()))
                .orElse(null);
    }

    private static String text(Edition edition, double value) {
        return String.valueOf(
                ReadingText.number(
                        edition,
                        BigDecimal.valueOf(value)
                                .setScale(edition.decimals(), RoundingMode.HALF_UP)));
    }

    private static Chart way(
            Indicator indicator, TargetPath path, List<Target> whole, List<Reading> series) {
        Map<Integer, BigDecimal> actual = new TreeMap<>();
        series.forEach(one -> {
            BigDecimal value = one.value();
            if (value != null) {
                actual.put(indicator.year(one.day()), value);
            }
        });
        TreeSet<Integer> years = new TreeSet<>(actual.keySet());
        for (int year = path.baseline().year(); year <= path.goal().year(); year++) {
            years.add(year);
        }
        whole.forEach(one -> years.add(one.year()));
        Map<Integer, BigDecimal> stretch = new LinkedHashMap<>();
        whole.stream()
                .filter(one -> one.kind() == Target.Kind.STRETCH)
                .forEach(one -> stretch.put(one.year(), one.value()));
        List<Series> lines = new ArrayList<>();
        lines.add(
                new Series(
                        t("strategy.target.actual"),
                        years.stream().<@Nullable Number>map(actual::get).toList()));
        lines.add(
                new Series(
                        t("strategy.target.way"),
                        years.stream().<@Nullable Number>map(path::expected).toList()));
        if (!stretch.isEmpty()) {
            lines.add(
                    new Series(
                            t("strategy.target.kind.stretch"),
                            years.stream().<@Nullable Number>map(stretch::get).toList()));
        }
        return new LineChart(
                Caption.of("way", t("strategy.target.chart"), t("strategy.target.chart.text")),
                t("strategy.year"),
                years.stream().map(year -> new Category(Integer.toString(year))).toList(),
                lines);
    }

    private TargetPage.Row row(Indicator indicator, Target one) {
        return new TargetPage.Row(
                one.id().toString(),
                one.version(),
                t("strategy.target.kind." + one.kind().code()),
                one.unit() == null ? t("strategy.record.whole") : name(one.unit()),
                year(indicator, one.year()),
                String.valueOf(ReadingText.number(indicator.editions().getLast(), one.value())),
                one.note());
    }

    /// Units with targets of their own, with what they contribute where parts can be added up.
    private List<TargetPage.Standing> units(
            Indicator indicator, List<Target> all, Reading now, int year) {
        Map<UUID, List<Target>> byUnit = new LinkedHashMap<>();
        for (Target one : all) {
            if (one.unit() != null) {
                byUnit.computeIfAbsent(one.unit(), any -> new ArrayList<>()).add(one);
            }
        }
        if (byUnit.isEmpty()) {
            return List.of();
        }
        Map<UUID, BigDecimal> values = readings.byUnit(indicator, now.day());
        List<TargetPage.Standing> standings = new ArrayList<>();
        byUnit.forEach((unit, own) ->
                TargetPath.of(own, year)
                        .ifPresent(path ->
                                standings.add(
                                        standing(
                                                indicator,
                                                name(unit),
                                                path,
                                                values.get(unit),
                                                year,
                                                share(indicator, values.get(unit), now.value()),
                                                null))));
        return standings;
    }

    private static @Nullable String share(
            Indicator indicator, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0 || !Charts.counted(indicator)
                ? null
                : part.multiply(BigDecimal.valueOf(100))
                                .divide(whole, 1, RoundingMode.HALF_UP)
                                .toPlainString()
                        + " %";
    }

    private String name(UUID unit) {
        return units.find(unit).map(Unit::name).map(Text::t).orElse(Objects.toString(unit));
    }

    static String year(Indicator indicator, int year) {
        return indicator.period() == Indicator.Period.CALENDAR_YEAR
                ? Integer.toString(year)
                : new FiscalYear(year).label(Text.locale());
    }
}
