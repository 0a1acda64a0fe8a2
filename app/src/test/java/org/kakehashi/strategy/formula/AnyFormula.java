package org.kakehashi.strategy.formula;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.strategy.formula.Expression.Function;
import org.kakehashi.strategy.formula.Expression.Operator;
import org.kakehashi.strategy.formula.Question.Aggregate;

/// Formulas at random.
final class AnyFormula {
    private static final String[] VALUES = {"DE", "in_force", "it's", "国際", "a b", "10", "not"};

    private final Random random;

    AnyFormula(Random random) {
        this.random = random;
    }

    Expression tree(int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 7)) {
            case 0 -> new Expression.Number(BigDecimal.valueOf(random.nextInt(1000), 1));
            case 1 -> new Expression.Reference("K" + (10 + random.nextInt(90)));
            case 2 -> new Expression.Asked(question());
            case 3 -> new Expression.Negative(tree(depth - 1));
            case 4, 5 ->
                    new Expression.Operation(
                            Operator.values()[random.nextInt(4)], tree(depth - 1), tree(depth - 1));
            default -> call(depth);
        };
    }

    private Expression call(int depth) {
        Function function = Function.values()[random.nextInt(Function.values().length)];
        int arguments = function.fewest() + (function.most() > 2 ? random.nextInt(3) : 0);
        int years =
                function == Function.INDEX
                        ? 1990 + random.nextInt(60)
                        : function.ofYears() ? 1 + random.nextInt(9) : 0;
        return new Expression.Call(
                function,
                IntStream.range(0, arguments).mapToObj(any -> tree(depth - 1)).toList(),
                years);
    }

    private Question question() {
        Aggregate aggregate = Aggregate.values()[random.nextInt(Aggregate.values().length)];
        List<MeasureChoice> choices =
                IntStream.range(0, random.nextInt(3)).mapToObj(any -> choice()).toList();
        return new Question(
                aggregate,
                "agreement.agreements",
                aggregate.ofDimension() ? "country" : null,
                choices);
    }

    private MeasureChoice choice() {
        Set<String> values = new LinkedHashSet<>();
        int many = 1 + random.nextInt(3);
        while (values.size() < many) {
            values.add(VALUES[random.nextInt(VALUES.length)]);
        }
        return new MeasureChoice("level", values, random.nextBoolean());
    }
}
