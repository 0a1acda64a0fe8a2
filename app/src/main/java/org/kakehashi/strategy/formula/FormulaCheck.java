package org.kakehashi.strategy.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.strategy.formula.Expression.Operator;
import org.kakehashi.strategy.formula.FormulaProblem.Kind;

/// Does a tree make sense here: are its measures, dimensions and indicators there, does it not come
/// back to itself, do its units agree?
public final class FormulaCheck {
    /// What else formulas can refer to.
    ///
    /// @param formula null for an indicator whose values are recorded
    public record Known(String unit, @Nullable Expression formula) {}

    /// A number without a unit.
    private static final String PLAIN = "";

    /// Nobody can tell: a product, or a quotient of different units.
    private static final String ANY = "?";

    private static final Map<String, String> UNITS_OF_DIMENSIONS =
            Map.of("country", "countries", "partner", "institutions");

    private final Function<String, Optional<Measure>> measures;
    private final Function<String, Optional<Known>> indicators;
    private final List<FormulaProblem> problems = new ArrayList<>();

    private FormulaCheck(
            Function<String, Optional<Measure>> measures,
            Function<String, Optional<Known>> indicators) {
        this.measures = measures;
        this.indicators = indicators;
    }

    /// @param code of the indicator the formula is for
    /// @param unit it is declared in
    public static List<FormulaProblem> of(
            Expression tree,
            String code,
            String unit,
            Function<String, Optional<Measure>> measures,
            Function<String, Optional<Known>> indicators) {
        FormulaCheck check = new FormulaCheck(measures, indicators);
        tree.questions().forEach(check::question);
        tree.references()
                .forEach(reference -> {
                    if (!reference.equals(code) && indicators.apply(reference).isEmpty()) {
                        check.found(Kind.INDICATOR, reference);
                    }
                });
        if (check.reaches(tree, code, new LinkedHashSet<>())) {
            check.found(Kind.CIRCULAR, code);
        }
        if (check.problems.isEmpty()) {
            String found = check.unit(tree);
            if (!found.equals(ANY) && !agrees(found, unit)) {
                check.found(Kind.UNIT_DECLARED, found);
            }
        }
        return check.problems;
    }

    /// A plain number may be an index, points, a number of kinds or per cent made by hand.
    private static boolean agrees(String found, String unit) {
        return found.equals(unit)
                || found.equals(PLAIN)
                        && Set.of("index", "points", "percent", "kinds").contains(unit);
    }

    private void question(Question question) {
        Optional<Measure> measure = measures.apply(question.measure());
        if (measure.isEmpty()) {
            found(Kind.MEASURE, question.measure());
            return;
        }
        if (question.aggregate().ofValues() && measure.get().value() == null) {
            found(Kind.NO_VALUE, question.measure());
        }
        Set<String> dimensions = new LinkedHashSet<>();
        if (question.of() != null) {
            dimensions.add(question.of());
        }
        question.choices().stream().map(MeasureChoice::dimension).forEach(dimensions::add);
        dimensions.stream()
                .filter(one -> measure.get().dimension(one).isEmpty())
                .forEach(one -> found(Kind.DIMENSION, one));
    }

    private boolean reaches(Expression tree, String code, Set<String> passed) {
        for (String reference : tree.references()) {
            if (reference.equals(code)) {
                return true;
            }
            Expression next = indicators.apply(reference).map(Known::formula).orElse(null);
            if (next != null && passed.add(reference) && reaches(next, code, passed)) {
                return true;
            }
        }
        return false;
    }

    private String unit(Expression tree) {
        return switch (tree) {
            case Expression.Number number -> PLAIN;
            case Expression.Reference reference ->
                    indicators.apply(reference.code()).map(Known::unit).orElse(ANY);
            case Expression.Asked asked -> unit(asked.question());
            case Expression.Negative negative -> unit(negative.of());
            case Expression.Operation operation -> unit(operation);
            case Expression.Call call -> unit(call);
        };
    }

    private String unit(Question question) {
        Measure measure = measures.apply(question.measure()).orElseThrow();
        return switch (question.aggregate()) {
            case COUNT -> measure.unit();
            case CONCENTRATION -> "index";
            case DISTINCT ->
                    UNITS_OF_DIMENSIONS.getOrDefault(String.valueOf(question.of()), "kinds");
            case SUM, MEAN, MEDIAN -> measure.valueUnit();
        };
    }

    private String unit(Expression.Operation operation) {
        String left = unit(operation.left());
        String right = unit(operation.right());
        if (operation.operator() == Operator.PLUS || operation.operator() == Operator.MINUS) {
            return same(left, right);
        }
        if (right.equals(PLAIN)) {
            return left;
        }
        if (operation.operator() == Operator.TIMES) {
            return left.equals(PLAIN) ? right : ANY;
        }
        return left.equals(right) && !left.equals(ANY) ? PLAIN : ANY;
    }

    private String unit(Expression.Call call) {
        List<String> units = call.arguments().stream().map(this::unit).toList();
        return switch (call.function()) {
            case SHARE -> {
                same(units.get(0), units.get(1));
                yield "percent";
            }
            case RATIO -> units.get(0).equals(units.get(1)) ? PLAIN : ANY;
            case MIN, MAX -> units.stream().reduce(this::same).orElse(ANY);
            case GROWTH -> "percent";
            case INDEX -> "points";
            case BEFORE, ROLLING_SUM, ROLLING_MEAN -> units.getFirst();
        };
    }

    private String same(String left, String right) {
        if (left.equals(ANY) || right.equals(ANY)) {
            return ANY;
        }
        if (left.equals(PLAIN) || right.equals(PLAIN)) {
            return left.equals(PLAIN) ? right : left;
        }
        if (!left.equals(right)) {
            found(Kind.UNITS, left + "," + right);
        }
        return left;
    }

    private void found(Kind kind, String what) {
        FormulaProblem problem = new FormulaProblem(kind, 0, what);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
