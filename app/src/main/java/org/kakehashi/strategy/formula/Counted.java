package org.kakehashi.strategy.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a measure answers.
///
/// @param value null where there is nothing to tell it from: a mean of no records
/// @param records of how many records
/// @param unknown how many of these lack what was asked for, and are not in the value
public record Counted(@Nullable BigDecimal value, long records, long unknown) {}
