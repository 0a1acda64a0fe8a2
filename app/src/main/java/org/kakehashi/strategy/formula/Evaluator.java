package org.kakehashi.strategy.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.formula.Outcome.Missing;

/// Reckons the value of a tree on a day (of a flow: in the fiscal year of the day).
public final class Evaluator {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Where values come from.
    public interface Source {
        Counted ask(Question question, LocalDate day);

        /// The value of another indicator.
        Outcome indicator(String code, LocalDate day);

        /// Why the indicator on one day cannot be compared with itself on another; null if it can.
        @Nullable Missing incomparable(String code, LocalDate day, LocalDate other);
    }

    private final Source source;

    public Evaluator(Source source) {
        this.source = source;
    }

    public Outcome value(Expression tree, LocalDate day) {
        return switch (tree) {
            case Expression.Number number -> Outcome.of(number.value());
            case Expression.Reference reference -> source.indicator(reference.code(), day);
            case Expression.Asked asked -> {
                BigDecimal value = source.ask(asked.question(), day).value();
                yield value == null ? Outcome.missing(Missing.NO_RECORDS, "") : Outcome.of(value);
            }
            case Expression.Negative negative -> {
                Outcome of = value(negative.of(), day);
                yield of.value() == null ? of : Outcome.of(of.value().negate());
            }
            case Expression.Operation operation -> operation(operation, day);
            case Expression.Call call -> call(call, day);
        };
    }

    private Outcome operation(Expression.Operation operation, LocalDate day) {
        Outcome left = value(operation.left(), day);
        Outcome right = value(operation.right(), day);
        return switch (operation.operator()) {
            case PLUS -> both(left, right, BigDecimal::add);
            case MINUS -> both(left, right, BigDecimal::subtract);
            case TIMES -> both(left, right, BigDecimal::multiply);
            case OVER -> quotient(left, right);
        };
    }

    private Outcome call(Expression.Call call, LocalDate day) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case SHARE ->
                    times(
                            quotient(value(arguments.get(0), day), value(arguments.get(1), day)),
                            HUNDRED);
            case RATIO -> quotient(value(arguments.get(0), day), value(arguments.get(1), day));
            case MIN -> fold(arguments, day, BigDecimal::min);
            case MAX -> fold(arguments, day, BigDecimal::max);
            case GROWTH -> growth(arguments.getFirst(), day, day.minusYears(call.years()));
            case INDEX -> {
                int back = FiscalYear.of(day).year() - call.years();
                LocalDate base = day.minusYears(back);
                yield times(
                        quotient(
                                value(arguments.getFirst(), day),
                                other(arguments.getFirst(), day, base)),
                        HUNDRED);
            }
            case BEFORE -> other(arguments.getFirst(), day, day.minusYears(call.years()));
            case ROLLING_SUM -> rolling(arguments.getFirst(), day, call.years());
            case ROLLING_MEAN -> {
                Outcome sum = rolling(arguments.getFirst(), day, call.years());
                yield quotient(sum, Outcome.of(BigDecimal.valueOf(call.years())));
            }
        };
    }

    /// In percent of the size of what was before.
    private Outcome growth(Expression of, LocalDate day, LocalDate then) {
        Outcome before = other(of, day, then);
        Outcome change = both(value(of, day), before, BigDecimal::subtract);
        Outcome size = before.value() == null ? before : Outcome.of(before.value().abs());
        return times(quotient(change, size), HUNDRED);
    }

    private Outcome rolling(Expression of, LocalDate day, int years) {
        Outcome sum = value(of, day);
        for (int back = 1; back < years; back++) {
            sum = both(sum, other(of, day, day.minusYears(back)), BigDecimal::add);
        }
        return sum;
    }

    /// The value of another year, if it can be compared.
    private Outcome other(Expression of, LocalDate day, LocalDate then) {
        for (String code : of.references()) {
            Missing why = source.incomparable(code, day, then);
            if (why != null) {
                return Outcome.missing(why, code);
            }
        }
        return value(of, then);
    }

    private Outcome fold(
            List<Expression> arguments, LocalDate day, BinaryOperator<BigDecimal> operator) {
        Outcome folded = value(arguments.getFirst(), day);
        for (Expression one : arguments.subList(1, arguments.size())) {
            folded = both(folded, value(one, day), operator);
        }
        return folded;
    }

    private static Outcome quotient(Outcome some, Outcome all) {
        if (all.value() == null) {
            return all.missing() == Missing.NO_RECORDS || all.missing() == Missing.NO_VALUE
                    ? Outcome.missing(Missing.NO_DENOMINATOR, all.of())
                    : all;
        }
        if (all.value().signum() == 0) {
            return Outcome.missing(Missing.DIVISION_BY_ZERO, "");
        }
        return some.value() == null ? some : Outcome.of(some.value().divide(all.value(), EXACT));
    }

    private static Outcome times(Outcome outcome, BigDecimal factor) {
        return outcome.value() == null
                ? outcome
                : Outcome.of(outcome.value().multiply(factor, EXACT));
    }

    private static Outcome both(Outcome left, Outcome right, BinaryOperator<BigDecimal> operator) {
        if (left.value() == null) {
            return left;
        }
        return right.value() == null
                ? right
                : Outcome.of(
                        operator.apply(left.value(), Objects.requireNonNull(right.value()))
                                .round(EXACT));
    }
}
