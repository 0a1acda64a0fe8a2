package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record behind a frozen figure, as it was called then.
///
/// @param question which question of the formula it answered, from 0
/// @param measure its measure; [#RECORDED] for a value somebody recorded
public record FrozenRecord(
        int question, String measure, UUID id, String title, @Nullable BigDecimal value) {
    public static final String RECORDED = "strategy.recorded_values";
}
