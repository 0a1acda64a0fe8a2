package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The value of an indicator on a day (of a flow: in the fiscal year of that day), with what it is
/// made of.
///
/// @param value null if unknown, as a share of nothing is
/// @param records how many records the value is made of
/// @param ofAll of how many records a share is
/// @param doubtful how many records may belong but are unknown
/// @param recordsHref the list of the records
/// @param doubtfulHref the list of the doubtful ones
public record Figure(
        Indicator indicator,
        LocalDate date,
        @Nullable BigDecimal value,
        long records,
        @Nullable Long ofAll,
        @Nullable Long doubtful,
        String recordsHref,
        @Nullable String doubtfulHref) {
    /// How much this is above the other value, null unless both are known.
    public @Nullable BigDecimal above(Figure other) {
        return value == null || other.value == null ? null : value.subtract(other.value);
    }
}
