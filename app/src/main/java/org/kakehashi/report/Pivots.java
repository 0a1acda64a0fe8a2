package org.kakehashi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.PartNames;
import org.kakehashi.strategy.Readings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells indicators apart by one or two dimensions on any day.
@Service
@Transactional(readOnly = true)
public class Pivots {
    private final Readings readings;
    private final PartNames names;
    private final Access access;

    Pivots(Readings readings, PartNames names, Access access) {
        this.readings = readings;
        this.names = names;
        this.access = access;
    }

    /// By what the indicator can be told apart; none where people record it.
    public List<MeasureDimension> dimensions(Indicator indicator, LocalDate day) {
        access.require(Dashboards.READ);
        var possible = readings.toldApartBy(indicator, day);
        return measure(indicator, day)
                .map(measure ->
                        measure.dimensions().stream()
                                .filter(one ->
                                        one.what() != MeasureDimension.What.PARTNER
                                                && possible.contains(one.name()))
                                .toList())
                .orElse(List.of());
    }

    public Optional<Measure> measure(Indicator indicator, LocalDate day) {
        return readings.measure(indicator, day);
    }

    /// @param across the second dimension, if any
    public Pivot of(Indicator indicator, LocalDate day, String down, @Nullable String across) {
        access.require(Dashboards.READ);
        Measure measure = measure(indicator, day).orElseThrow(KakehashiException::notFound);
        MeasureDimension first = dimension(indicator, day, down);
        MeasureDimension second = across == null ? null : dimension(indicator, day, across);
        Map<List<String>, BigDecimal> values = new LinkedHashMap<>();
        readings.by(
                        indicator,
                        second == null
                                ? List.of(first.name())
                                : List.of(first.name(), second.name()),
                        day,
                        List.of())
                .forEach((key, outcome) -> {
                    BigDecimal value = outcome.value();
                    if (value != null) {
                        values.put(
                                key,
                                value.setScale(
                                        indicator.edition(day).decimals(), RoundingMode.HALF_UP));
                    }
                });
        return new Pivot(
                indicator,
                measure,
                first,
                second,
                heads(measure, first, values, 0),
                second == null ? List.of() : heads(measure, second, values, 1),
                values);
    }

    private MeasureDimension dimension(Indicator indicator, LocalDate day, String name) {
        return dimensions(indicator, day).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    /// The largest first, the unknown last.
    private List<Pivot.Head> heads(
            Measure measure,
            MeasureDimension dimension,
            Map<List<String>, BigDecimal> values,
            int place) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        values.forEach((key, value) -> sums.merge(key.get(place), value.abs(), BigDecimal::add));
        List<Map.Entry<String, BigDecimal>> sorted = new ArrayList<>(sums.entrySet());
        sorted.sort(
                Comparator.comparing((Map.Entry<String, BigDecimal> one) ->
                                one.getKey().equals(Measure.UNKNOWN))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry::getKey));
        return sorted.stream()
                .map(one ->
                        new Pivot.Head(one.getKey(), names.of(measure, dimension, one.getKey())))
                .toList();
    }
}
