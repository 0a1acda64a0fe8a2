package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.strategy.formula.Expression;
import org.kakehashi.strategy.formula.FormulaCheck;
import org.kakehashi.strategy.formula.FormulaParser;
import org.kakehashi.strategy.formula.FormulaProblem;
import org.kakehashi.strategy.formula.Outcome;
import org.kakehashi.strategy.formula.Outcome.Missing;
import org.kakehashi.strategy.formula.Parsed;
import org.kakehashi.strategy.formula.Question;
import org.kakehashi.strategy.internal.MeasureReader;
import org.kakehashi.strategy.internal.ValueStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The values of every indicator, whatever they come from: formulas over measures, figures of
/// agreements, what people recorded. Each is what the person acting may read.
@Service
@Transactional(readOnly = true)
public class Readings {
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final MeasureReader reader;
    private final ValueStore recorded;
    private final Plans plans;
    private final Figures figures;
    private final Access access;

    Readings(
            List<Measure> measures,
            MeasureReader reader,
            ValueStore recorded,
            Plans plans,
            Figures figures,
            Access access) {
        measures.stream()
                .sorted(java.util.Comparator.comparing(Measure::name))
                .forEach(one -> this.measures.put(one.name(), one));
        this.reader = reader;
        this.recorded = recorded;
        this.plans = plans;
        this.figures = figures;
        this.access = access;
    }

    /// What formulas can count, by name.
    public List<Measure> measures() {
        access.require(Plans.READ);
        return List.copyOf(measures.values());
    }

    public Reading of(Indicator indicator, LocalDate day) {
        return evaluation().reading(indicator, day);
    }

    public List<Reading> series(Indicator indicator, List<LocalDate> days) {
        Evaluation evaluation = evaluation();
        return days.stream().map(day -> evaluation.reading(indicator, day)).toList();
    }

    /// The value as one of a list of figures.
    public Figure figure(Indicator indicator, LocalDate day) {
        return figure(evaluation().reading(indicator, day));
    }

    /// The values of several on several days, by indicator in the order of the days.
    public Map<Indicator, List<Figure>> figures(List<Indicator> indicators, List<LocalDate> days) {
        Evaluation evaluation = evaluation();
        Map<Indicator, List<Figure>> all = new LinkedHashMap<>();
        for (Indicator one : indicators) {
            all.put(one, days.stream().map(day -> figure(evaluation.reading(one, day))).toList());
        }
        return all;
    }

    /// The readings of several on several days, in the order of the days.
    ///
    /// @param narrowed only records that have these values are counted
    public Map<Indicator, List<Reading>> board(
            List<Indicator> indicators, List<LocalDate> days, List<MeasureChoice> narrowed) {
        Evaluation evaluation = evaluation(narrowed);
        evaluation.gather(indicators, days);
        Map<Indicator, List<Reading>> all = new LinkedHashMap<>();
        for (Indicator one : indicators) {
            all.put(one, days.stream().map(day -> evaluation.reading(one, day)).toList());
        }
        return all;
    }

    /// The value of each combination of parts in one or two dimensions.
    public Map<List<String>, Outcome> by(
            Indicator indicator,
            List<String> dimensions,
            LocalDate day,
            List<MeasureChoice> narrowed) {
        Expression tree = asked(indicator, day).orElseThrow(KakehashiException::notFound);
        if (!toldApartBy(indicator, day).containsAll(dimensions)) {
            throw KakehashiException.notFound();
        }
        return evaluation(narrowed).by(tree, dimensions, day);
    }

    /// By what the value of any computed indicator can be told apart.
    public Set<String> toldApartBy(Indicator indicator, LocalDate day) {
        return asked(indicator, day).map(tree -> evaluation().dimensions(tree)).orElse(Set.of());
    }

    /// The measure whose words a breakdown of the indicator speaks.
    public Optional<Measure> measure(Indicator indicator, LocalDate day) {
        access.require(Plans.READ);
        return asked(indicator, day)
                .flatMap(tree -> tree.questions().stream().findFirst())
                .map(question -> measures.get(question.measure()));
    }

    private static Optional<Expression> asked(Indicator indicator, LocalDate day) {
        return indicator.measured()
                ? Optional.of(BuiltIn.tree(indicator, day))
                : Evaluation.tree(indicator, day);
    }

    private static Figure figure(Reading reading) {
        Indicator indicator = reading.indicator();
        LocalDate day = reading.day();
        List<Reading.Asked> asked = reading.asked();
        String page = "/strategy/indicators/" + indicator.code();
        return new Figure(
                indicator,
                day,
                reading.value(),
                asked.isEmpty() ? 0 : asked.getFirst().counted().records(),
                asked.size() < 2 ? null : asked.get(1).counted().records(),
                reading.unknown(),
                page + (asked.isEmpty() ? "" : "/records") + "?date=" + day,
                null);
    }

    /// Have the two the same unit, and is there no break of the series between them?
    public static boolean comparable(Reading one, Reading other) {
        return Evaluation.incomparable(one.indicator(), one.day(), other.day()) == null;
    }

    /// The value of each of our units, where it is known.
    public Map<UUID, BigDecimal> byUnit(Indicator indicator, LocalDate day) {
        access.require(Plans.READ);
        Map<UUID, BigDecimal> values = new LinkedHashMap<>();
        if (indicator.measured()) {
            figures.reckon()
                    .wantingNow(indicator, Dimension.UNIT, day)
                    .counted()
                    .breakdown(indicator, Dimension.UNIT, day)
                    .items()
                    .forEach(item -> put(values, item.key(), item.value()));
        } else if (dimensions(indicator, day).contains("unit")) {
            by(indicator, "unit", day).forEach((key, one) -> put(values, key, one.value()));
        } else {
            for (RecordedValue one : recorded.list(indicator.code())) {
                UUID unit = one.unit();
                if (unit != null && one.year() == indicator.year(day)) {
                    values.put(unit, one.value());
                }
            }
        }
        return values;
    }

    private static void put(
            Map<UUID, BigDecimal> values,
            String key,
            @org.jspecify.annotations.Nullable BigDecimal value) {
        if (!key.equals(Measure.UNKNOWN) && value != null) {
            values.put(UUID.fromString(key), value);
        }
    }

    /// Every record a value is made of, for who reads everything.
    List<FrozenRecord> behind(Reading reading) {
        Indicator indicator = reading.indicator();
        List<Question> questions =
                indicator.measured()
                        ? BuiltIn.questions(indicator, reading.day())
                        : Evaluation.tree(indicator, reading.day())
                                .map(Expression::questions)
                                .orElse(List.of());
        List<FrozenRecord> all = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Measure measure = measures.get(questions.get(i).measure());
            if (measure == null) {
                continue;
            }
            for (MeasuredRecord one :
                    reader.records(
                            measure,
                            questions.get(i),
                            Evaluation.period(measure, reading.day()),
                            List.of(),
                            0,
                            Integer.MAX_VALUE,
                            Locale.JAPANESE)) {
                all.add(new FrozenRecord(i, measure.name(), one.id(), one.title(), one.value()));
            }
        }
        if (questions.isEmpty()) {
            recorded.list(indicator.code()).stream()
                    .filter(one ->
                            one.unit() == null && one.year() == indicator.year(reading.day()))
                    .forEach(one ->
                            all.add(
                                    new FrozenRecord(
                                            0,
                                            FrozenRecord.RECORDED,
                                            one.id(),
                                            one.evidence(),
                                            one.value())));
        }
        return all;
    }

    /// What a formula that is not kept yet gives.
    public Outcome preview(Expression tree, LocalDate day) {
        return evaluation().value(tree, day);
    }

    /// The codes of a dimension and how many records have each, for who writes a formula.
    public Map<String, Long> values(Measure measure, MeasureDimension dimension, LocalDate day) {
        access.require(Plans.READ);
        Question all = new Question(Question.Aggregate.COUNT, measure.name(), null, List.of());
        Map<String, Long> values = new LinkedHashMap<>();
        reader.askBy(measure, all, Evaluation.period(measure, day), dimension)
                .forEach((code, counted) -> values.put(code, counted.records()));
        return values;
    }

    /// Why a formula cannot be kept; empty if it can.
    public List<FormulaProblem> problems(String text, String code, String unit) {
        Parsed parsed = FormulaParser.parse(text);
        if (parsed.problem() != null) {
            return List.of(parsed.problem());
        }
        List<Indicator> all = plans.indicators();
        return FormulaCheck.of(
                java.util.Objects.requireNonNull(parsed.tree()),
                code,
                unit,
                name -> Optional.ofNullable(measures.get(name)),
                name ->
                        find(all, name)
                                .map(one -> new FormulaCheck.Known(one.unit(), formula(one))));
    }

    private static @org.jspecify.annotations.Nullable Expression formula(Indicator indicator) {
        String text = indicator.editions().getLast().expression();
        return text == null ? null : FormulaParser.parse(text).tree();
    }

    /// By what the value can be told apart.
    public Set<String> dimensions(Indicator indicator, LocalDate day) {
        return Evaluation.tree(indicator, day)
                .map(tree -> evaluation().dimensions(tree))
                .orElse(Set.of());
    }

    public Map<String, Outcome> by(Indicator indicator, String dimension, LocalDate day) {
        Expression tree = Evaluation.tree(indicator, day).orElseThrow(KakehashiException::notFound);
        if (!dimensions(indicator, day).contains(dimension)) {
            throw KakehashiException.notFound();
        }
        return evaluation().by(tree, dimension, day);
    }

    /// The records behind a question of the indicator's formula.
    ///
    /// @param parts the part of a breakdown they are of, if any
    public Behind records(
            Indicator indicator, LocalDate day, int number, List<MeasureChoice> parts) {
        access.require(Plans.READ);
        List<Question> questions =
                Evaluation.tree(indicator, day).map(Expression::questions).orElse(List.of());
        if (number < 0 || number >= questions.size()) {
            throw KakehashiException.notFound();
        }
        Question question = questions.get(number);
        Measure measure =
                Optional.ofNullable(measures.get(question.measure()))
                        .orElseThrow(KakehashiException::notFound);
        if (parts.stream().anyMatch(one -> measure.dimension(one.dimension()).isEmpty())) {
            throw KakehashiException.notFound();
        }
        return new Behind(measure, question, day, parts);
    }

    /// Which records: of a measure, those of a question, of a part.
    public record Behind(
            Measure measure, Question question, LocalDate day, List<MeasureChoice> parts) {}

    public long count(Behind behind) {
        return reader.count(
                behind.measure(),
                behind.question(),
                Evaluation.period(behind.measure(), behind.day()),
                behind.parts());
    }

    public List<MeasuredRecord> list(Behind behind, long offset, int limit, Locale locale) {
        return reader.records(
                behind.measure(),
                behind.question(),
                Evaluation.period(behind.measure(), behind.day()),
                behind.parts(),
                offset,
                limit,
                locale);
    }

    private Evaluation evaluation() {
        return evaluation(List.of());
    }

    private Evaluation evaluation(List<MeasureChoice> narrowed) {
        access.require(Plans.READ);
        List<Indicator> all = plans.indicators();
        Map<ValueStore.Whole, BigDecimal> wholes = recorded.wholes();
        return new Evaluation(
                measures,
                reader,
                code -> find(all, code),
                (indicator, day) ->
                        narrowed.isEmpty()
                                ? other(indicator, day, wholes)
                                : ofUnit(indicator, day, narrowed),
                narrowed);
    }

    /// Recorded values are of units, and of no other part.
    private Outcome ofUnit(Indicator indicator, LocalDate day, List<MeasureChoice> narrowed) {
        MeasureChoice first = narrowed.getFirst();
        if (narrowed.size() > 1 || !first.dimension().equals("unit")) {
            return Outcome.missing(Missing.NO_VALUE, indicator.code());
        }
        return recorded.list(indicator.code()).stream()
                .filter(one ->
                        one.unit() != null
                                && first.values().equals(Set.of(one.unit().toString()))
                                && one.year() == indicator.year(day))
                .findFirst()
                .map(one -> Outcome.of(one.value()))
                .orElse(Outcome.missing(Missing.NO_VALUE, indicator.code()));
    }

    private static Optional<Indicator> find(List<Indicator> all, String code) {
        return all.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private Outcome other(
            Indicator indicator, LocalDate day, Map<ValueStore.Whole, BigDecimal> wholes) {
        if (indicator.formula() == null) {
            BigDecimal value =
                    wholes.get(new ValueStore.Whole(indicator.code(), indicator.year(day)));
            return value == null
                    ? Outcome.missing(Missing.NO_VALUE, indicator.code())
                    : Outcome.of(value);
        }
        BigDecimal value =
                figures.reckon()
                        .wantingValues(List.of(indicator), List.of(day))
                        .counted()
                        .figure(indicator, day)
                        .value();
        return value == null
                ? Outcome.missing(Missing.NO_RECORDS, indicator.code())
                : Outcome.of(value);
    }
}
