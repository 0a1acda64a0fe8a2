package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record behind a figure.
///
/// @param value the number it carries, null where nobody knows it or records are only counted
public record MeasuredRecord(UUID id, String title, @Nullable BigDecimal value, String href) {}
