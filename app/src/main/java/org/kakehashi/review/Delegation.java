package org.kakehashi.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// From a day to a day, one person acts instead of another (代理). What they do says for whom.
public record Delegation(
        UUID id, UUID from, UUID to, LocalDate since, LocalDate lastDay, @Nullable String reason) {}
