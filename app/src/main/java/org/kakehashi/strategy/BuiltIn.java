package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.strategy.formula.Expression;
import org.kakehashi.strategy.formula.Question;
import org.kakehashi.strategy.formula.Question.Aggregate;

/// What the built-in formulas of agreements ask, as questions to the measure: the same records.
final class BuiltIn {
    private static final String MEASURE = "agreement.agreements";

    private BuiltIn() {}

    static List<Question> questions(Indicator indicator, LocalDate day) {
        Formula formula = Objects.requireNonNull(indicator.formula());
        List<Question> all = new ArrayList<>();
        all.add(question(formula.filter(), day));
        if (formula.ofAll() != null) {
            all.add(question(formula.ofAll(), day));
        }
        return all;
    }

    /// The formula as a tree over the measure.
    static Expression tree(Indicator indicator, LocalDate day) {
        Formula formula = Objects.requireNonNull(indicator.formula());
        List<Question> asked = questions(indicator, day);
        Question first = asked.getFirst();
        return switch (formula.kind()) {
            case COUNT -> new Expression.Asked(first);
            case SHARE ->
                    new Expression.Call(
                            Expression.Function.SHARE,
                            asked.stream().<Expression>map(Expression.Asked::new).toList(),
                            0);
            case DISTINCT -> of(first, Aggregate.DISTINCT, formula);
            case CONCENTRATION -> of(first, Aggregate.CONCENTRATION, formula);
        };
    }

    private static Expression of(Question question, Aggregate aggregate, Formula formula) {
        return new Expression.Asked(
                new Question(
                        aggregate, question.measure(), formula.dimension(), question.choices()));
    }

    private static Question question(String filter, LocalDate day) {
        AgreementFilter read = Filters.on(filter, day);
        return new Question(
                Aggregate.COUNT,
                MEASURE,
                null,
                read.chosen().entrySet().stream()
                        .map(one ->
                                new MeasureChoice(
                                        one.getKey().parameter(),
                                        Set.copyOf(one.getValue()),
                                        false))
                        .toList());
    }
}
