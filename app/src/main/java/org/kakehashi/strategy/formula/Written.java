package org.kakehashi.strategy.formula;

import java.util.Locale;
import java.util.stream.Collectors;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.strategy.formula.Expression.Operator;

/// A tree as a text that reads as the same tree again.
public final class Written {
    private Written() {}

    public static String of(Expression tree) {
        return switch (tree) {
            case Expression.Number number -> number.value().toPlainString();
            case Expression.Reference reference -> reference.code();
            case Expression.Asked asked -> of(asked.question());
            case Expression.Negative negative -> "-" + inside(negative.of(), 3);
            case Expression.Operation operation -> {
                Operator operator = operation.operator();
                yield inside(operation.left(), operator.binding())
                        + " "
                        + operator.sign()
                        + " "
                        + inside(operation.right(), operator.binding() + 1);
            }
            case Expression.Call call ->
                    call.function().code()
                            + call.arguments().stream()
                                    .map(Written::of)
                                    .collect(Collectors.joining(", ", "(", ""))
                            + (call.function().ofYears() ? ", " + call.years() : "")
                            + ")";
        };
    }

    public static String of(Question question) {
        StringBuilder text = new StringBuilder();
        text.append(question.aggregate().name().toLowerCase(Locale.ROOT)).append('(');
        text.append(question.measure());
        if (question.of() != null) {
            text.append(" by ").append(question.of());
        }
        if (!question.choices().isEmpty()) {
            text.append(" where ");
            text.append(
                    question.choices().stream()
                            .map(Written::of)
                            .collect(Collectors.joining(" and ")));
        }
        return text.append(')').toString();
    }

    private static String of(MeasureChoice choice) {
        if (choice.values().size() == 1) {
            return choice.dimension()
                    + (choice.except() ? " != " : " = ")
                    + value(choice.values().iterator().next());
        }
        return choice.dimension()
                + (choice.except() ? " not in " : " in ")
                + choice.values().stream()
                        .sorted()
                        .map(Written::value)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String value(String value) {
        return value.matches("[A-Za-z0-9_]+") ? value : "'" + value.replace("'", "''") + "'";
    }

    private static String inside(Expression part, int binding) {
        int own =
                switch (part) {
                    case Expression.Operation operation -> operation.operator().binding();
                    default -> 9;
                };
        return own < binding ? "(" + of(part) + ")" : of(part);
    }
}
