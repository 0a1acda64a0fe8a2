package org.kakehashi.strategy.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasureDimension.What;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.strategy.MeasuredRecord;
import org.kakehashi.strategy.formula.Counted;
import org.kakehashi.strategy.formula.Question;
import org.springframework.stereotype.Repository;

/// Asks fact views: figures and the records behind them, through the same conditions.
@Repository
public class MeasureReader {
    private static final Field<String> PART = DSL.field(DSL.name("part"), String.class);
    private static final Field<String> VALUE = DSL.field(DSL.name("value"), String.class);

    private final DSLContext jooq;
    private final Units units;

    MeasureReader(DSLContext jooq, Units units) {
        this.jooq = jooq;
        this.units = units;
    }

    /// The answer for all records of the question.
    public Counted ask(Measure measure, Question question, MeasurePeriod period) {
        return (question.aggregate().ofDimension()
                        ? ofDimension(measure, question, period, null)
                        : ofRecords(measure, question, period, null))
                .getOrDefault("", Counted.none(question));
    }

    /// The answer for each value of a dimension. A record counts under each of its values, under a
    /// unit and those above it.
    public Map<String, Counted> askBy(
            Measure measure, Question question, MeasurePeriod period, MeasureDimension dimension) {
        return question.aggregate().ofDimension()
                ? ofDimension(measure, question, period, dimension)
                : ofRecords(measure, question, period, dimension);
    }

    private Map<String, Counted> ofRecords(
            Measure measure,
            Question question,
            MeasurePeriod period,
            @Nullable MeasureDimension by) {
        Field<BigDecimal> value = value(measure);
        Field<BigDecimal> asked =
                switch (question.aggregate()) {
                    case SUM -> DSL.sum(value);
                    case MEAN -> DSL.avg(value);
                    case MEDIAN ->
                            DSL.field(
                                    "percentile_cont(0.5) within group (order by {0}::double precision)::numeric",
                                    SQLDataType.NUMERIC, value);
                    default -> DSL.count().cast(SQLDataType.NUMERIC);
                };
        Field<Integer> unknown =
                question.aggregate().ofValues()
                        ? DSL.count().filterWhere(value.isNull())
                        : DSL.inline(0);
        Map<String, Counted> answers = new LinkedHashMap<>();
        jooq.select(PART, asked, DSL.count(), unknown)
                .from(from(measure, period, by))
                .where(conditions(measure, question.choices(), period))
                .groupBy(PART)
                .forEach(row ->
                        answers.put(
                                row.value1(),
                                new Counted(row.value2(), row.value3(), row.value4())));
        return answers;
    }

    /// The values are told apart by the database, and put together here.
    private Map<String, Counted> ofDimension(
            Measure measure,
            Question question,
            MeasurePeriod period,
            @Nullable MeasureDimension by) {
        MeasureDimension of =
                measure.dimension(Objects.requireNonNull(question.of())).orElseThrow();
        Table<?> each =
                DSL.table(
                        "lateral unnest({0}) as counted(value)",
                        orUnknown(of.values().apply(period)));
        Map<String, Map<String, Long>> found = new LinkedHashMap<>();
        jooq.select(PART, VALUE, DSL.count())
                .from(from(measure, period, by))
                .crossJoin(each)
                .where(conditions(measure, question.choices(), period))
                .groupBy(PART, VALUE)
                .forEach(row ->
                        found.computeIfAbsent(row.value1(), any -> new LinkedHashMap<>())
                                .put(row.value2(), row.value3().longValue()));
        Map<String, Counted> answers = new LinkedHashMap<>();
        found.forEach((part, values) -> answers.put(part, told(question.aggregate(), values)));
        return answers;
    }

    private static Counted told(Question.Aggregate aggregate, Map<String, Long> values) {
        long unknown = values.getOrDefault(Measure.UNKNOWN, 0L);
        List<Long> known =
                values.entrySet().stream()
                        .filter(one -> !one.getKey().equals(Measure.UNKNOWN))
                        .map(Map.Entry::getValue)
                        .toList();
        long all = known.stream().mapToLong(Long::longValue).sum();
        if (aggregate == Question.Aggregate.DISTINCT) {
            return new Counted(BigDecimal.valueOf(known.size()), all + unknown, unknown);
        }
        if (all == 0) {
            return new Counted(null, unknown, unknown);
        }
        BigDecimal squares =
                known.stream()
                        .map(n -> BigDecimal.valueOf(n).pow(2))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Counted(
                squares.divide(BigDecimal.valueOf(all).pow(2), MathContext.DECIMAL64),
                all + unknown,
                unknown);
    }

    /// The records of a question, by their titles.
    ///
    /// @param parts further choices: the part of a breakdown somebody opened
    public List<MeasuredRecord> records(
            Measure measure,
            Question question,
            MeasurePeriod period,
            List<MeasureChoice> parts,
            long offset,
            int limit,
            Locale reader) {
        List<MeasureChoice> all = new ArrayList<>(question.choices());
        all.addAll(parts);
        Field<String> title = measure.title(reader);
        return jooq.select(measure.record(), title, value(measure))
                .from(measure.facts())
                .where(conditions(measure, all, period))
                .orderBy(title, measure.record())
                .offset(offset)
                .limit(limit)
                .fetch(row ->
                        new MeasuredRecord(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                measure.href(row.value1())));
    }

    public long count(
            Measure measure, Question question, MeasurePeriod period, List<MeasureChoice> parts) {
        List<MeasureChoice> all = new ArrayList<>(question.choices());
        all.addAll(parts);
        return jooq.selectCount()
                .from(measure.facts())
                .where(conditions(measure, all, period))
                .fetchSingle()
                .value1();
    }

    private Table<?> from(Measure measure, MeasurePeriod period, @Nullable MeasureDimension by) {
        if (by == null) {
            return DSL.table("{0} cross join (values ('')) as told(part)", measure.facts());
        }
        Field<String[]> values = orUnknown(by.values().apply(period));
        if (by.what() != What.UNIT) {
            return DSL.table(
                    "{0} cross join lateral unnest({1}) as told(part)", measure.facts(), values);
        }
        List<String> lower = new ArrayList<>();
        List<String> upper = new ArrayList<>();
        for (Unit unit : units.list()) {
            for (UUID below : units.withDescendants(unit.id())) {
                lower.add(below.toString());
                upper.add(unit.id().toString());
            }
        }
        return DSL.table(
                "{0} cross join lateral (select distinct coalesce(tree.upper, own.id) as part"
                        + " from unnest({1}) as own(id) left join unnest({2}::text[], {3}::text[])"
                        + " as tree(lower, upper) on tree.lower = own.id) as told",
                measure.facts(),
                values,
                DSL.val(lower.toArray(String[]::new)),
                DSL.val(upper.toArray(String[]::new)));
    }

    private static Field<String[]> orUnknown(Field<String[]> values) {
        return DSL.field(
                "case when cardinality({0}) = 0 then array['unknown'] else {0} end",
                String[].class, values);
    }

    private Condition conditions(
            Measure measure, List<MeasureChoice> choices, MeasurePeriod period) {
        List<Condition> all = new ArrayList<>();
        all.add(measure.readable());
        all.add(measure.during(period));
        choices.forEach(choice -> all.add(measure.chosen(withUnitsBelow(measure, choice), period)));
        return DSL.and(all);
    }

    private MeasureChoice withUnitsBelow(Measure measure, MeasureChoice choice) {
        if (measure.dimension(choice.dimension()).orElseThrow().what() != What.UNIT) {
            return choice;
        }
        Set<String> below = new HashSet<>(choice.values());
        for (Unit unit : units.list()) {
            if (choice.values().contains(unit.id().toString())) {
                units.withDescendants(unit.id()).forEach(id -> below.add(id.toString()));
            }
        }
        return new MeasureChoice(choice.dimension(), below, choice.except());
    }

    private static Field<BigDecimal> value(Measure measure) {
        Field<? extends Number> value = measure.value();
        return value == null ? DSL.castNull(SQLDataType.NUMERIC) : value.cast(SQLDataType.NUMERIC);
    }
}
