package org.kakehashi.review;

import org.jspecify.annotations.Nullable;

/// How long something took.
///
/// @param median in days; null where there is nothing to count
/// @param count how many it rests on
public record Durations(@Nullable Double median, int count) {}
