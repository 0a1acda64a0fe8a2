package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.ArrayDeque;
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
import org.kakehashi.kernel.MeasureDimension;
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
    private final Map<On, Counted> counted = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    Evaluation(
            Map<String, Measure> measures,
            MeasureReader reader,
            Function<String, Optional<Indicator>> indicators,
            Others others) {
        this.measures = measures;
        this.reader = reader;
        this.indicators = indicators;
        this.others = others;
    }

    Reading reading(Indicator indicator, LocalDate day) {
        Outcome outcome = indicator(indicator, day);
        return new Reading(
                indicator,
                day,
                outcome,
                tree(indicator, day)
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
        if (indicator.formula() != null || indicator.edition(day).expression() == null) {
            return others.value(indicator, day);
        }
        if (open.contains(indicator.code())) {
            return Outcome.missing(Missing.CIRCULAR, indicator.code());
        }
        open.push(indicator.code());
        try {
            return tree(indicator, day)
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
                    measure == null
                            ? new Counted(null, 0, 0)
                            : reader.ask(measure, question, period(measure, day));
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
        Map<On, Map<String, Counted>> parts = new HashMap<>();
        Function<On, Map<String, Counted>> asked =
                on -> parts.computeIfAbsent(on, any -> askBy(on.question(), dimension, on.day()));
        Set<String> keys = new TreeSet<>();
        tree.questions().forEach(one -> keys.addAll(asked.apply(new On(one, day)).keySet()));
        Map<String, Outcome> values = new LinkedHashMap<>();
        for (String key : keys) {
            values.put(key, new Evaluator(part(asked, key)).value(tree, day));
        }
        return values;
    }

    private Evaluator.Source part(Function<On, Map<String, Counted>> asked, String key) {
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

    private Map<String, Counted> askBy(Question question, String dimension, LocalDate day) {
        Measure measure = measure(question);
        MeasureDimension by = measure.dimension(dimension).orElseThrow();
        return reader.askBy(measure, question, period(measure, day), by);
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
