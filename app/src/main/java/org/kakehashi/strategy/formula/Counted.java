package org.kakehashi.strategy.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a measure answers.
///
/// @param value null where there is nothing to tell it from: a mean of no records
/// @param records of how many records
/// @param unknown how many of these lack what was asked for, and are not in the value
public record Counted(@Nullable BigDecimal value, long records, long unknown) {
    /// Where there is no record: none are counted and nothing is added up, but there is no mean.
    public static Counted none(Question question) {
        return switch (question.aggregate()) {
            case COUNT, DISTINCT, SUM -> new Counted(BigDecimal.ZERO, 0, 0);
            case CONCENTRATION, MEAN, MEDIAN -> new Counted(null, 0, 0);
        };
    }
}
