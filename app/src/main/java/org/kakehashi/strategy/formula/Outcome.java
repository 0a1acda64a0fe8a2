package org.kakehashi.strategy.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a formula gives: a value, or why there is none. Nothing known is never zero.
///
/// @param missing null if and only if there is a value
/// @param of the indicator that is missing, empty where it is the formula itself
public record Outcome(@Nullable BigDecimal value, @Nullable Missing missing, String of) {
    /// Each with its message, `strategy.missing.…`.
    public enum Missing {
        /// A mean, median or concentration of no records.
        NO_RECORDS,
        DIVISION_BY_ZERO,
        /// What a share is of is not known.
        NO_DENOMINATOR,
        /// Nobody has recorded the value.
        NO_VALUE,
        CIRCULAR,
        /// The years compared have different units.
        UNIT_CHANGED,
        /// The definition changed between the years so that they cannot be compared.
        SERIES_BREAK,
        /// The formula cannot be read any more, as when its measure is gone.
        NO_FORMULA
    }

    public static Outcome of(BigDecimal value) {
        return new Outcome(value, null, "");
    }

    public static Outcome missing(Missing why, String of) {
        return new Outcome(null, why, of);
    }

    public boolean known() {
        return value != null;
    }
}
