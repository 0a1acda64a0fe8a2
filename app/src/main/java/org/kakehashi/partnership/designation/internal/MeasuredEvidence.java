package org.kakehashi.partnership.designation.internal;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.partnership.designation.Criterion;
import org.kakehashi.partnership.designation.Evidence.Behind;
import org.kakehashi.partnership.designation.Evidence.Measured;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;

/// Asks the measures of all rooms about one partner, with the records behind each figure; as far as
/// the person acting may read them.
@Repository
public class MeasuredEvidence {
    private static final int SHOWN = 20;

    private final ObjectProvider<Measure> measures;
    private final DSLContext jooq;

    MeasuredEvidence(ObjectProvider<Measure> measures, DSLContext jooq) {
        this.measures = measures;
        this.jooq = jooq;
    }

    /// Those that tell partners apart, by name.
    public List<Measure> offered() {
        return measures.stream()
                .filter(one -> partner(one).isPresent())
                .sorted(java.util.Comparator.comparing(Measure::name))
                .toList();
    }

    private static Optional<MeasureDimension> partner(Measure measure) {
        return measure.dimensions().stream()
                .filter(one -> one.what() == MeasureDimension.What.PARTNER)
                .findFirst();
    }

    public Optional<Measure> find(String name) {
        return offered().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// The conditions of a criterion; empty if one asks a dimension the measure does not have.
    public static Optional<List<MeasureChoice>> choices(Measure measure, String text) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (pair.isBlank()) {
                continue;
            }
            if (equals < 1 || measure.dimension(pair.substring(0, equals).strip()).isEmpty()) {
                return Optional.empty();
            }
            found.computeIfAbsent(pair.substring(0, equals).strip(), any -> new TreeSet<>())
                    .add(
                            URLDecoder.decode(
                                    pair.substring(equals + 1).strip(), StandardCharsets.UTF_8));
        }
        return Optional.of(
                found.entrySet().stream()
                        .map(one -> new MeasureChoice(one.getKey(), one.getValue(), false))
                        .toList());
    }

    public Measured ask(Criterion.Source source, UUID partner, LocalDate today, Locale reader) {
        Measure measure = find(source.measure()).orElse(null);
        LocalDate from = FiscalYear.of(today).plus(1 - source.years()).start();
        List<MeasureChoice> choices =
                measure == null ? null : choices(measure, source.choices()).orElse(null);
        if (measure == null || choices == null) {
            return new Measured(source.measure(), false, null, 0, 0, from, today, List.of());
        }
        MeasurePeriod period =
                measure.time() == Measure.Time.STOCK
                        ? MeasurePeriod.on(today)
                        : new MeasurePeriod(from, today);
        Condition wanted = wanted(measure, choices, period, partner);
        Field<BigDecimal> value = value(measure);
        var row =
                jooq.select(DSL.count(), DSL.sum(value), DSL.count().filterWhere(value.isNull()))
                        .from(measure.facts())
                        .where(wanted)
                        .fetchSingle();
        boolean sum = source.of() == Criterion.Of.SUM && measure.value() != null;
        return new Measured(
                measure.name(),
                true,
                number(sum, row.value1(), row.value2()),
                row.value1(),
                sum ? row.value3() : 0,
                period.from(),
                period.to(),
                behind(measure, wanted, value, reader));
    }

    /// No record is no figure, not nought: nobody may have written anything down.
    private static @Nullable BigDecimal number(
            boolean sum, int records, @Nullable BigDecimal added) {
        if (records == 0) {
            return null;
        }
        return sum ? added : BigDecimal.valueOf(records);
    }

    private List<Behind> behind(
            Measure measure, Condition wanted, Field<BigDecimal> value, Locale reader) {
        Field<String> title = measure.title(reader);
        return jooq.select(measure.record(), title, value)
                .from(measure.facts())
                .where(wanted)
                .orderBy(title, measure.record())
                .limit(SHOWN)
                .fetch(row ->
                        new Behind(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                measure.href(row.value1())));
    }

    private static Condition wanted(
            Measure measure, List<MeasureChoice> choices, MeasurePeriod period, UUID partner) {
        List<Condition> all = new ArrayList<>();
        all.add(measure.readable());
        all.add(measure.during(period));
        all.add(
                measure.chosen(
                        MeasureChoice.of(partner(measure).orElseThrow().name(), partner.toString()),
                        period));
        choices.forEach(choice -> all.add(measure.chosen(choice, period)));
        return DSL.and(all);
    }

    private static Field<BigDecimal> value(Measure measure) {
        Field<? extends Number> value = measure.value();
        return value == null ? DSL.castNull(SQLDataType.NUMERIC) : value.cast(SQLDataType.NUMERIC);
    }
}
