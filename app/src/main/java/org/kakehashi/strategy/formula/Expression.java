package org.kakehashi.strategy.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// A formula as a tree.
public sealed interface Expression {
    record Number(BigDecimal value) implements Expression {}

    /// Another indicator, on the same day or in the same year.
    record Reference(String code) implements Expression {}

    /// Asked of a measure.
    record Asked(Question question) implements Expression {}

    record Operation(Operator operator, Expression left, Expression right) implements Expression {}

    record Negative(Expression of) implements Expression {}

    /// @param years the whole number some functions take: how many years, or which year
    record Call(Function function, List<Expression> arguments, int years) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    enum Operator {
        PLUS("+", 1),
        MINUS("-", 1),
        TIMES("*", 2),
        OVER("/", 2);

        private final String sign;
        private final int binding;

        Operator(String sign, int binding) {
            this.sign = sign;
            this.binding = binding;
        }

        public String sign() {
            return sign;
        }

        int binding() {
            return binding;
        }
    }

    enum Function {
        /// share(a, b): a per 100 of b.
        SHARE(2, 2, false),
        /// ratio(a, b): a per one of b.
        RATIO(2, 2, false),
        MIN(2, 9, false),
        MAX(2, 9, false),
        /// growth(x, n): change against n years before, in percent.
        GROWTH(1, 1, true),
        /// index(x, 2020): x, where x of the year is 100.
        INDEX(1, 1, true),
        /// before(x, n): x of n years before.
        BEFORE(1, 1, true),
        /// rolling_sum(x, n): x of the n years up to this one, added up.
        ROLLING_SUM(1, 1, true),
        ROLLING_MEAN(1, 1, true);

        private final int fewest;
        private final int most;
        private final boolean years;

        Function(int fewest, int most, boolean years) {
            this.fewest = fewest;
            this.most = most;
            this.years = years;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        int fewest() {
            return fewest;
        }

        int most() {
            return most;
        }

        /// Does it look at other years, and so end with a whole number?
        public boolean ofYears() {
            return years;
        }

        static Optional<Function> named(String name) {
            for (Function one : values()) {
                if (one.code().equals(name)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }

    /// Every part of the tree, this one first.
    default void walk(Consumer<Expression> visit) {
        visit.accept(this);
        switch (this) {
            case Number number -> {}
            case Reference reference -> {}
            case Asked asked -> {}
            case Negative negative -> negative.of().walk(visit);
            case Operation operation -> {
                operation.left().walk(visit);
                operation.right().walk(visit);
            }
            case Call call -> call.arguments().forEach(one -> one.walk(visit));
        }
    }

    /// What it asks of measures, in the order of writing.
    default List<Question> questions() {
        List<Question> all = new java.util.ArrayList<>();
        walk(one -> {
            if (one instanceof Asked asked && !all.contains(asked.question())) {
                all.add(asked.question());
            }
        });
        return all;
    }

    /// The indicators it refers to.
    default List<String> references() {
        List<String> all = new java.util.ArrayList<>();
        walk(one -> {
            if (one instanceof Reference reference && !all.contains(reference.code())) {
                all.add(reference.code());
            }
        });
        return all;
    }
}
