package org.kakehashi.strategy.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.kernel.MeasureTotals;
import org.kakehashi.strategy.formula.Question;

/// What a question is counted from: the records of a measure, or sums that are kept of them.
sealed interface Counting {
    Table<?> table();

    Condition readable();

    Condition during(MeasurePeriod period);

    MeasureDimension dimension(String name);

    Condition chosen(MeasureChoice choice, MeasurePeriod period);

    /// The value, how many records, how many of them lack it; each over the rows of the condition.
    Field<BigDecimal> value(Question.Aggregate aggregate, Condition of);

    Field<Long> records(Condition of);

    Field<Long> unknown(Question.Aggregate aggregate, Condition of);

    /// The sums that can answer the question told apart by these, or else the records.
    static Counting of(Measure measure, Question question, List<MeasureDimension> by) {
        if (question.aggregate() == Question.Aggregate.MEDIAN) {
            return new Records(measure);
        }
        Set<String> needed = new TreeSet<>();
        question.choices().forEach(one -> needed.add(one.dimension()));
        by.forEach(one -> needed.add(one.name()));
        if (question.of() != null) {
            needed.add(question.of());
        }
        Optional<MeasureTotals> kept =
                measure.totals().stream()
                        .filter(one ->
                                needed.stream().allMatch(name -> one.dimension(name).isPresent()))
                        .findFirst();
        return kept.isPresent() ? new Sums(kept.get()) : new Records(measure);
    }

    record Records(Measure measure) implements Counting {
        @Override
        public Table<?> table() {
            return measure.facts();
        }

        @Override
        public Condition readable() {
            return measure.readable();
        }

        @Override
        public Condition during(MeasurePeriod period) {
            return measure.during(period);
        }

        @Override
        public MeasureDimension dimension(String name) {
            return measure.dimension(name).orElseThrow();
        }

        @Override
        public Condition chosen(MeasureChoice choice, MeasurePeriod period) {
            return measure.chosen(choice, period);
        }

        Field<BigDecimal> number() {
            Field<? extends Number> value = measure.value();
            return value == null
                    ? DSL.castNull(SQLDataType.NUMERIC)
                    : value.cast(SQLDataType.NUMERIC);
        }

        @Override
        public Field<BigDecimal> value(Question.Aggregate aggregate, Condition of) {
            return switch (aggregate) {
                case SUM -> DSL.sum(number()).filterWhere(of);
                case MEAN -> DSL.avg(number()).filterWhere(of);
                case MEDIAN ->
                        DSL.field(
                                "(percentile_cont(0.5) within group (order by {0}::double"
                                        + " precision) filter (where {1}))::numeric",
                                SQLDataType.NUMERIC, number(), of);
                case COUNT, DISTINCT, CONCENTRATION ->
                        DSL.count().filterWhere(of).cast(SQLDataType.NUMERIC);
            };
        }

        @Override
        public Field<Long> records(Condition of) {
            return DSL.count().filterWhere(of).cast(SQLDataType.BIGINT);
        }

        @Override
        public Field<Long> unknown(Question.Aggregate aggregate, Condition of) {
            return aggregate.ofValues()
                    ? DSL.count().filterWhere(of.and(number().isNull())).cast(SQLDataType.BIGINT)
                    : DSL.inline(0L);
        }
    }

    record Sums(MeasureTotals totals) implements Counting {
        @Override
        public Table<?> table() {
            return totals.cells();
        }

        @Override
        public Condition readable() {
            return totals.readable();
        }

        @Override
        public Condition during(MeasurePeriod period) {
            return totals.during().apply(period);
        }

        @Override
        public MeasureDimension dimension(String name) {
            return totals.dimension(name).orElseThrow();
        }

        @Override
        public Condition chosen(MeasureChoice choice, MeasurePeriod period) {
            return dimension(choice.dimension()).chosen(choice, period);
        }

        @Override
        public Field<BigDecimal> value(Question.Aggregate aggregate, Condition of) {
            Field<Long> known = records(of).minus(sum(totals.unknown(), of));
            Field<BigDecimal> all = DSL.sum(totals.sum()).filterWhere(of);
            return switch (aggregate) {
                case SUM -> DSL.when(known.gt(0L), all);
                case MEAN -> all.div(DSL.nullif(known, 0L));
                case MEDIAN, COUNT, DISTINCT, CONCENTRATION ->
                        records(of).cast(SQLDataType.NUMERIC);
            };
        }

        @Override
        public Field<Long> records(Condition of) {
            return sum(totals.records(), of);
        }

        @Override
        public Field<Long> unknown(Question.Aggregate aggregate, Condition of) {
            return aggregate.ofValues() ? sum(totals.unknown(), of) : DSL.inline(0L);
        }

        private static Field<Long> sum(Field<Long> weight, Condition of) {
            return DSL.coalesce(DSL.sum(weight).filterWhere(of).cast(SQLDataType.BIGINT), 0L);
        }
    }

    default Condition conditions(List<MeasureChoice> choices, MeasurePeriod period) {
        List<Condition> all = new ArrayList<>();
        all.add(during(period));
        choices.forEach(choice -> all.add(chosen(choice, period)));
        return DSL.and(all);
    }
}
