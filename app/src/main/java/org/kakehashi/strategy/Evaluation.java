package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.strategy.formula.Counted;
import org.kakehashi.strategy.formula.Evaluator;
import org.kakehashi.strategy.formula.Expression;
import org.kakehashi.strategy.formula.FormulaParser;
import org.kakehashi.strategy.formula.Outcome;
import org.kakehashi.strategy.formula.Outcome.Missing;
import org.kakehashi.strategy.formula.Question;
import org.kakehashi.strategy.internal.MeasureReader;

/// The values of one page: every question is asked once.
final class Evaluation implements Evaluator.Source {
    /// Values that are not formulas over measures.
    interface Others {
        Outcome value(Indicator indicator, LocalDate day);
    }

    private record On(Question question, LocalDate day) {}

    private final Map<String, Measure> measures;
    private final MeasureReader reader;
    private final Function<String, Optional<Indicator>> indicators;
    private final Others others;
    private final List<MeasureChoice> narrowed;
    private final Map<On, Counted> counted = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    Evaluation(
            Map<String, Measure> measures,
            MeasureReader reader,
            Function<String, Optional<Indicator>> indicators,
            Others others) {
        this(measures, reader, indicators, others, List.of());
    }

    /// @param narrowed only records that have these values are counted
    Evaluation(
            Map<String, Measure> measures,
            MeasureReader reader,
            Function<String, Optional<Indicator>> indicators,
            Others others,
            List<MeasureChoice> narrowed) {
        this.measures = measures;
        this.reader = reader;
        this.indicators = indicators;
        this.others = others;
        this.narrowed = List.copyOf(narrowed);
    }

    /// Asks what the indicators need on the days, each measure once; what formulas ask of other
    /// years is asked as it comes.
    void gather(List<Indicator> wanted, List<LocalDate> days) {
        Map<String, Map<MeasureReader.Asking, On>> byMeasure = new LinkedHashMap<>();
        for (Indicator one : wanted) {
            for (LocalDate day : days) {
                own(one, day)
                        .filter(this::readable)
                        .ifPresent(tree ->
                                tree.questions()
                                        .forEach(question -> want(byMeasure, question, day)));
            }
        }
        byMeasure.forEach((name, asked) ->
                reader.askAll(Objects.requireNonNull(measures.get(name)), asked.keySet())
                        .forEach((asking, answer) ->
                                counted.put(Objects.requireNonNull(asked.get(asking)), answer)));
    }

    private void want(
            Map<String, Map<MeasureReader.Asking, On>> byMeasure,
            Question question,
            LocalDate day) {
        Measure measure = measure(question);
        if (narrowable(measure)) {
            byMeasure
                    .computeIfAbsent(measure.name(), any -> new LinkedHashMap<>())
                    .put(
                            new MeasureReader.Asking(narrow(question), period(measure, day)),
                            new On(question, day));
        }
    }

    private boolean narrowable(Measure measure) {
        return narrowed.stream().allMatch(one -> measure.dimension(one.dimension()).isPresent());
    }

    private Question narrow(Question question) {
        if (narrowed.isEmpty()) {
            return question;
        }
        List<MeasureChoice> choices = new ArrayList<>(question.choices());
        choices.addAll(narrowed);
        return new Question(question.aggregate(), question.measure(), question.of(), choices);
    }

    /// The tree of an indicator here: what is counted together elsewhere is asked of its measure
    /// where it is narrowed.
    private Optional<Expression> own(Indicator indicator, LocalDate day) {
        return indicator.formula() != null && !narrowed.isEmpty()
                ? Optional.of(BuiltIn.tree(indicator, day))
                : tree(indicator, day);
    }

    Reading reading(Indicator indicator, LocalDate day) {
        Outcome outcome = indicator(indicator, day);
        return new Reading(
                indicator,
                day,
                outcome,
                own(indicator, day)
                        .map(tree ->
                                tree.questions().stream()
                                        .filter(one -> measures.containsKey(one.measure()))
                                        .map(one -> new Reading.Asked(one, ask(one, day)))
                                        .toList())
                        .orElse(List.of()));
    }

    Outcome value(Expression tree, LocalDate day) {
        return readable(tree)
                ? new Evaluator(this).value(tree, day)
                : Outcome.missing(Missing.NO_FORMULA, "");
    }

    static Optional<Expression> tree(Indicator indicator, LocalDate day) {
        String expression =
                indicator.formula() == null ? indicator.edition(day).expression() : null;
        return expression == null
                ? Optional.empty()
                : Optional.ofNullable(FormulaParser.parse(expression).tree());
    }

    private Outcome indicator(Indicator indicator, LocalDate day) {
        if (own(indicator, day).isEmpty() && indicator.edition(day).expression() == null) {
            return others.value(indicator, day);
        }
        if (open.contains(indicator.code())) {
            return Outcome.missing(Missing.CIRCULAR, indicator.code());
        }
        open.push(indicator.code());
        try {
            return own(indicator, day)
                    .map(tree -> value(tree, day))
                    .orElse(Outcome.missing(Missing.NO_FORMULA, indicator.code()));
        } finally {
            open.pop();
        }
    }

    /// Measures and dimensions may have gone since the formula was checked.
    private boolean readable(Expression tree) {
        return tree.questions().stream()
                .allMatch(question -> {
                    Measure measure = measures.get(question.measure());
                    return measure != null
                            && (question.of() == null
                                    || measure.dimension(question.of()).isPresent())
                            && question.choices().stream()
                                    .allMatch(choice ->
                                            measure.dimension(choice.dimension()).isPresent());
                });
    }

    @Override
    public Counted ask(Question question, LocalDate day) {
        On on = new On(question, day);
        Counted known = counted.get(on);
        if (known == null) {
            Measure measure = measures.get(question.measure());
            known =
                    measure == null || !narrowable(measure)
                            ? new Counted(null, 0, 0)
                            : reader.ask(measure, narrow(question), period(measure, day));
            counted.put(on, known);
        }
        return known;
    }

    @Override
    public Outcome indicator(String code, LocalDate day) {
        return indicators
                .apply(code)
                .map(one -> indicator(one, day))
                .orElse(Outcome.missing(Missing.NO_FORMULA, code));
    }

    @Override
    public @Nullable Missing incomparable(String code, LocalDate day, LocalDate other) {
        return indicators.apply(code).map(one -> incomparable(one, day, other)).orElse(null);
    }

    /// Why the values of an indicator on two days cannot be compared.
    static @Nullable Missing incomparable(Indicator indicator, LocalDate day, LocalDate other) {
        LocalDate early = day.isBefore(other) ? day : other;
        LocalDate late = day.isBefore(other) ? other : day;
        boolean broken =
                indicator.editions().stream()
                        .anyMatch(one ->
                                one.breaks()
                                        && one.fromYear() > indicator.year(early)
                                        && one.fromYear() <= indicator.year(late));
        if (broken) {
            return Missing.SERIES_BREAK;
        }
        return indicator.edition(early).unit().equals(indicator.edition(late).unit())
                ? null
                : Missing.UNIT_CHANGED;
    }

    /// The dimensions every question of a tree can be told apart by; none where it refers to other
    /// indicators.
    Set<String> dimensions(Expression tree) {
        Set<String> all = new TreeSet<>();
        if (!tree.references().isEmpty() || !readable(tree)) {
            return all;
        }
        for (Question question : tree.questions()) {
            Set<String> own = new TreeSet<>();
            measure(question).dimensions().forEach(one -> own.add(one.name()));
            if (all.isEmpty()) {
                all.addAll(own);
            } else {
                all.retainAll(own);
            }
        }
        return all;
    }

    /// The value of each part; what a part lacks is counted as none.
    Map<String, Outcome> by(Expression tree, String dimension, LocalDate day) {
        Map<String, Outcome> values = new LinkedHashMap<>();
        by(tree, List.of(dimension), day)
                .forEach((parts, outcome) -> values.put(parts.getFirst(), outcome));
        return values;
    }

    /// The value of each combination of parts, sorted by them.
    Map<List<String>, Outcome> by(Expression tree, List<String> dimensions, LocalDate day) {
        Map<On, Map<List<String>, Counted>> parts = new HashMap<>();
        Function<On, Map<List<String>, Counted>> asked =
                on -> parts.computeIfAbsent(on, any -> askBy(on.question(), dimensions, on.day()));
        Set<List<String>> keys =
                new TreeSet<>(Comparator.comparing(key -> String.join("\u0000", key)));
        tree.questions().forEach(one -> keys.addAll(asked.apply(new On(one, day)).keySet()));
        Map<List<String>, Outcome> values = new LinkedHashMap<>();
        for (List<String> key : keys) {
            values.put(key, new Evaluator(part(asked, key)).value(tree, day));
        }
        return values;
    }

    private Evaluator.Source part(
            Function<On, Map<List<String>, Counted>> asked, List<String> key) {
        return new Evaluator.Source() {
            @Override
            public Counted ask(Question question, LocalDate day) {
                return asked.apply(new On(question, day)).getOrDefault(key, Counted.none(question));
            }

            @Override
            public Outcome indicator(String code, LocalDate day) {
                return Outcome.missing(Missing.NO_VALUE, code);
            }

            @Override
            public @Nullable Missing incomparable(String code, LocalDate day, LocalDate other) {
                return null;
            }
        };
    }

    private Map<List<String>, Counted> askBy(
            Question question, List<String> dimensions, LocalDate day) {
        Measure measure = measure(question);
        return reader.askBy(
                measure,
                narrow(question),
                period(measure, day),
                dimensions.stream().map(one -> measure.dimension(one).orElseThrow()).toList());
    }

    private Measure measure(Question question) {
        return Objects.requireNonNull(measures.get(question.measure()));
    }

    static MeasurePeriod period(Measure measure, LocalDate day) {
        return measure.time() == Measure.Time.FLOW
                ? MeasurePeriod.of(FiscalYear.of(day))
                : MeasurePeriod.on(day);
    }
}
