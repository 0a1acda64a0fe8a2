package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// What an indicator is to reach in a year.
///
/// @param unit null for the whole
/// @param note why this value: the plan, the decision
public record Target(
        UUID id,
        String indicator,
        @Nullable UUID unit,
        int year,
        Kind kind,
        BigDecimal value,
        String note,
        int version) {
    public enum Kind implements Coded {
        /// Where the way begins.
        BASELINE,
        MILESTONE,
        /// What is planned.
        TARGET,
        /// What is hoped for beyond; it has no part in the status.
        STRETCH
    }
}
