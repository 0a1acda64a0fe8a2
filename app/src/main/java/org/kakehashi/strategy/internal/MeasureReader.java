package org.kakehashi.strategy.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
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
    /// An answer has at most 1,664 columns, and each question takes three.
    private static final int MOST_AT_ONCE = 200;

    private final DSLContext jooq;
    private final Units units;

    MeasureReader(DSLContext jooq, Units units) {
        this.jooq = jooq;
        this.units = units;
    }

    /// A question asked for a period.
    public record Asking(Question question, MeasurePeriod period) {}

    /// The answer for all records of the question.
    public Counted ask(Measure measure, Question question, MeasurePeriod period) {
        Asking one = new Asking(question, period);
        return Objects.requireNonNull(askAll(measure, List.of(one)).get(one));
    }

    /// The answers to many questions, the records (or the sums kept of them) gone through once.
    public Map<Asking, Counted> askAll(Measure measure, Collection<Asking> questions) {
        Map<Asking, Counted> answers = new LinkedHashMap<>();
        Map<Counting, List<Asking>> together = new LinkedHashMap<>();
        for (Asking one : questions) {
            if (one.question().aggregate().ofDimension()) {
                answers.put(
                        one,
                        ofDimension(measure, one.question(), one.period(), List.of())
                                .getOrDefault(List.of(), Counted.none(one.question())));
            } else {
                together.computeIfAbsent(
                                Counting.of(measure, one.question(), List.of()),
                                any -> new ArrayList<>())
                        .add(one);
            }
        }
        together.forEach((from, some) -> {
            for (int i = 0; i < some.size(); i += MOST_AT_ONCE) {
                ask(from, some.subList(i, Math.min(some.size(), i + MOST_AT_ONCE)), answers);
            }
        });
        return answers;
    }

    private void ask(Counting from, List<Asking> questions, Map<Asking, Counted> answers) {
        List<SelectField<?>> asked = new ArrayList<>();
        Set<Condition> during = new LinkedHashSet<>();
        for (Asking one : questions) {
            List<MeasureChoice> choices = withUnitsBelow(from, one.question().choices());
            Condition chosen = from.conditions(choices, one.period());
            Condition of = questions.size() == 1 ? DSL.trueCondition() : chosen;
            asked.add(from.value(one.question().aggregate(), of));
            asked.add(from.records(of));
            asked.add(from.unknown(one.question().aggregate(), of));
            during.add(questions.size() == 1 ? chosen : from.during(one.period()));
        }
        Record row =
                jooq.select(asked)
                        .from(from.table())
                        .where(from.readable())
                        .and(DSL.or(during))
                        .fetchSingle();
        for (int i = 0; i < questions.size(); i++) {
            answers.put(
                    questions.get(i),
                    counted(
                            questions.get(i).question(),
                            row.get(3 * i, BigDecimal.class),
                            row.get(3 * i + 1, long.class),
                            row.get(3 * i + 2, long.class)));
        }
    }

    private static Counted counted(
            Question question, @Nullable BigDecimal value, long records, long unknown) {
        return records == 0 ? Counted.none(question) : new Counted(value, records, unknown);
    }

    /// The answer for each value of a dimension. A record counts under each of its values, under a
    /// unit and those above it.
    public Map<String, Counted> askBy(
            Measure measure, Question question, MeasurePeriod period, MeasureDimension dimension) {
        Map<String, Counted> answers = new LinkedHashMap<>();
        askBy(measure, question, period, List.of(dimension))
                .forEach((parts, counted) -> answers.put(parts.getFirst(), counted));
        return answers;
    }

    /// The answer for each pair of values of two dimensions (or each value of one), in the order of
    /// the dimensions.
    public Map<List<String>, Counted> askBy(
            Measure measure,
            Question question,
            MeasurePeriod period,
            List<MeasureDimension> dimensions) {
        return question.aggregate().ofDimension()
                ? ofDimension(measure, question, period, dimensions)
                : ofRecords(measure, question, period, dimensions);
    }

    private Map<List<String>, Counted> ofRecords(
            Measure measure, Question question, MeasurePeriod period, List<MeasureDimension> by) {
        return question.aggregate() == Question.Aggregate.MEDIAN
                ? medians(measure, question, period, by)
                : sums(measure, question, period, by);
    }

    /// What records alike in all dimensions add up to.
    private static final class Sum {
        private long records;
        private long unknown;
        private @Nullable BigDecimal value;

        void add(long more, long lacking, @Nullable BigDecimal number) {
            records += more;
            unknown += lacking;
            if (number != null) {
                value = value == null ? number : value.add(number);
            }
        }

        Counted counted(Question.Aggregate aggregate) {
            BigDecimal all = value;
            return switch (aggregate) {
                case SUM -> new Counted(records > unknown ? all : null, records, unknown);
                case MEAN ->
                        new Counted(
                                all == null || records == unknown
                                        ? null
                                        : all.divide(
                                                BigDecimal.valueOf(records - unknown),
                                                MathContext.DECIMAL64),
                                records,
                                unknown);
                case COUNT, MEDIAN, DISTINCT, CONCENTRATION ->
                        new Counted(BigDecimal.valueOf(records), records, 0);
            };
        }
    }

    /// Records with the same values are added up by the database; under which parts they count is
    /// told here.
    private Map<List<String>, Counted> sums(
            Measure measure, Question question, MeasurePeriod period, List<MeasureDimension> by) {
        Counting from = Counting.of(measure, question, by);
        Condition all = DSL.trueCondition();
        Question.Aggregate added =
                question.aggregate() == Question.Aggregate.MEAN
                        ? Question.Aggregate.SUM
                        : question.aggregate();
        List<SelectField<?>> asked =
                new ArrayList<>(
                        List.of(
                                from.value(added, all),
                                from.records(all),
                                from.unknown(added, all)));
        Map<List<String>, Sum> found = new LinkedHashMap<>();
        Map<String, List<String>> above = new HashMap<>();
        alike(from, question, period, by, asked)
                .forEach(row -> {
                    long records = row.get(1, long.class);
                    if (records == 0) {
                        return;
                    }
                    for (List<String> key : keys(row, 3, from, by, above)) {
                        found.computeIfAbsent(key, any -> new Sum())
                                .add(records, row.get(2, long.class), row.get(0, BigDecimal.class));
                    }
                });
        Map<List<String>, Counted> answers = new LinkedHashMap<>();
        found.forEach((key, sum) -> answers.put(key, sum.counted(question.aggregate())));
        return answers;
    }

    /// Rows of records that have the same values in the dimensions; those come last in a row.
    private List<Record> alike(
            Counting from,
            Question question,
            MeasurePeriod period,
            List<MeasureDimension> by,
            List<SelectField<?>> asked) {
        // by name: with its parameters the same expression would not be the same twice
        List<Field<?>> groups = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            asked.add(from.dimension(by.get(i).name()).values().apply(period).as("told" + i));
            groups.add(DSL.field(DSL.name("told" + i)));
        }
        return List.copyOf(
                jooq.select(asked)
                        .from(from.table())
                        .where(from.readable())
                        .and(from.conditions(withUnitsBelow(from, question.choices()), period))
                        .groupBy(groups)
                        .fetch());
    }

    /// Every combination of a row's values; a unit counts for those above it too.
    private List<List<String>> keys(
            Record row,
            int first,
            Counting from,
            List<MeasureDimension> by,
            Map<String, List<String>> above) {
        List<List<String>> keys = List.of(List.of());
        for (int i = 0; i < by.size(); i++) {
            String[] values = row.get(first + i, String[].class);
            Set<String> all = new LinkedHashSet<>();
            for (String value : values) {
                if (from.dimension(by.get(i).name()).what() == What.UNIT) {
                    all.addAll(above.computeIfAbsent(value, this::withThoseAbove));
                } else {
                    all.add(value);
                }
            }
            if (all.isEmpty()) {
                all.add(Measure.UNKNOWN);
            }
            List<List<String>> longer = new ArrayList<>();
            for (List<String> key : keys) {
                for (String value : all) {
                    List<String> one = new ArrayList<>(key);
                    one.add(value);
                    longer.add(List.copyOf(one));
                }
            }
            keys = longer;
        }
        return keys;
    }

    private List<String> withThoseAbove(String unit) {
        List<String> all = new ArrayList<>();
        UUID at = UUID.fromString(unit);
        while (at != null && !all.contains(at.toString())) {
            all.add(at.toString());
            at = units.find(at).map(Unit::parent).orElse(null);
        }
        return all;
    }

    private Map<List<String>, Counted> medians(
            Measure measure, Question question, MeasurePeriod period, List<MeasureDimension> by) {
        Counting from = Counting.of(measure, question, by);
        Map<List<String>, Counted> answers = new LinkedHashMap<>();
        List<Field<String>> parts = parts(by.size());
        List<SelectField<?>> asked = new ArrayList<>(parts);
        Condition all = DSL.trueCondition();
        asked.add(from.value(question.aggregate(), all));
        asked.add(from.records(all));
        asked.add(from.unknown(question.aggregate(), all));
        jooq.select(asked)
                .from(told(from, period, by))
                .where(from.readable())
                .and(from.conditions(withUnitsBelow(from, question.choices()), period))
                .groupBy(parts)
                .forEach(row ->
                        answers.put(
                                key(row, by.size()),
                                new Counted(
                                        row.get(by.size(), BigDecimal.class),
                                        row.get(by.size() + 1, long.class),
                                        row.get(by.size() + 2, long.class))));
        return answers;
    }

    private static List<Field<String>> parts(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> DSL.field(DSL.name("told" + i, "part"), String.class))
                .toList();
    }

    private static List<String> key(Record row, int parts) {
        return IntStream.range(0, parts).mapToObj(i -> row.get(i, String.class)).toList();
    }

    /// The values are told apart by the database, and put together here.
    private Map<List<String>, Counted> ofDimension(
            Measure measure, Question question, MeasurePeriod period, List<MeasureDimension> by) {
        Counting from = Counting.of(measure, question, by);
        List<MeasureDimension> all = new ArrayList<>(by);
        all.add(from.dimension(Objects.requireNonNull(question.of())));
        List<SelectField<?>> asked = new ArrayList<>(List.of(from.records(DSL.trueCondition())));
        Map<List<String>, Map<String, Long>> found = new LinkedHashMap<>();
        Map<String, List<String>> above = new HashMap<>();
        alike(from, question, period, all, asked)
                .forEach(row -> {
                    long records = row.get(0, long.class);
                    if (records == 0) {
                        return;
                    }
                    String[] values = row.get(1 + by.size(), String[].class);
                    Set<String> counted =
                            values.length == 0 ? Set.of(Measure.UNKNOWN) : Set.of(distinct(values));
                    for (List<String> key : keys(row, 1, from, by, above)) {
                        Map<String, Long> own =
                                found.computeIfAbsent(key, any -> new LinkedHashMap<>());
                        counted.forEach(value -> own.merge(value, records, Long::sum));
                    }
                });
        Map<List<String>, Counted> answers = new LinkedHashMap<>();
        found.forEach((parts, values) -> answers.put(parts, told(question.aggregate(), values)));
        return answers;
    }

    private static String[] distinct(String[] values) {
        return java.util.Arrays.stream(values).distinct().toArray(String[]::new);
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
        return jooq.select(
                        measure.record(),
                        title,
                        new Counting.Records(measure).number(),
                        measure.opened())
                .from(measure.facts())
                .where(conditions(measure, all, period))
                .orderBy(measure.order(reader), measure.record())
                .offset(offset)
                .limit(limit)
                .fetch(row ->
                        new MeasuredRecord(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                measure.href(row.value4())));
    }

    public long count(
            Measure measure, Question question, MeasurePeriod period, List<MeasureChoice> parts) {
        List<MeasureChoice> all = new ArrayList<>(question.choices());
        all.addAll(parts);
        Question how = new Question(Question.Aggregate.COUNT, measure.name(), null, all);
        return ask(measure, how, period).records();
    }

    /// The rows once for each of their values in these dimensions.
    private Table<?> told(Counting from, MeasurePeriod period, List<MeasureDimension> by) {
        Table<?> table = from.table();
        for (int i = 0; i < by.size(); i++) {
            MeasureDimension dimension = from.dimension(by.get(i).name());
            Field<String[]> values = orUnknown(dimension.values().apply(period));
            table =
                    dimension.what() == What.UNIT
                            ? DSL.table(
                                    "{0} cross join lateral (select distinct coalesce(tree.upper,"
                                            + " own.id) as part from unnest({1}) as own(id) left join"
                                            + " unnest({2}::text[], {3}::text[]) as tree(lower, upper)"
                                            + " on tree.lower = own.id) as {4}",
                                    table, values, lower(), upper(), DSL.name("told" + i))
                            : DSL.table(
                                    "{0} cross join lateral unnest({1}) as {2}(part)",
                                    table, values, DSL.name("told" + i));
        }
        return table;
    }

    private Field<String[]> lower() {
        return pairs(unit -> units.withDescendants(unit.id()).stream().map(UUID::toString));
    }

    private Field<String[]> upper() {
        return pairs(
                unit -> units.withDescendants(unit.id()).stream().map(any -> unit.id().toString()));
    }

    private Field<String[]> pairs(Function<Unit, Stream<String>> of) {
        return DSL.val(units.list().stream().flatMap(of).toArray(String[]::new));
    }

    private static Field<String[]> orUnknown(Field<String[]> values) {
        return DSL.field(
                "case when cardinality({0}) = 0 then array['unknown'] else {0} end",
                String[].class, values);
    }

    private Condition conditions(
            Measure measure, List<MeasureChoice> choices, MeasurePeriod period) {
        Counting from = new Counting.Records(measure);
        return from.readable().and(from.conditions(withUnitsBelow(from, choices), period));
    }

    private List<MeasureChoice> withUnitsBelow(Counting from, List<MeasureChoice> choices) {
        return choices.stream().map(choice -> withUnitsBelow(from, choice)).toList();
    }

    private MeasureChoice withUnitsBelow(Counting from, MeasureChoice choice) {
        if (from.dimension(choice.dimension()).what() != What.UNIT) {
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
}
