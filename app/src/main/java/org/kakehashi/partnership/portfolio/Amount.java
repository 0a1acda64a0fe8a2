package org.kakehashi.partnership.portfolio;

import org.jspecify.annotations.Nullable;

/// A sum over records.
///
/// @param value of the numbers that are known; null where there is no record, so that nobody knows
/// @param records behind it
/// @param missing records without a number: the sum is at least this much
public record Amount(@Nullable Long value, long records, long missing) {
    public static final Amount NONE = new Amount(null, 0, 0);

    public static Amount of(@Nullable Number sum, long records, long missing) {
        return new Amount(
                records == 0 || sum == null ? null : (Long) sum.longValue(), records, missing);
    }

    public boolean atLeast() {
        return missing > 0;
    }

    public boolean known() {
        return value != null;
    }
}
