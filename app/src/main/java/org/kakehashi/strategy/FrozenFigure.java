package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A figure as it was reported.
///
/// @param value null where none could be given
/// @param missing why, as [org.kakehashi.strategy.formula.Outcome.Missing] names it
/// @param fingerprint SHA-256 over value, definition and records, hexadecimal
/// @param revises the figure reported before
public record FrozenFigure(
        UUID id,
        String indicator,
        LocalDate day,
        @Nullable BigDecimal value,
        @Nullable String missing,
        String unit,
        int decimals,
        Bilingual definition,
        @Nullable String expression,
        String fingerprint,
        String reason,
        @Nullable UUID revises,
        @Nullable UUID frozenBy,
        OffsetDateTime frozenAt) {}
