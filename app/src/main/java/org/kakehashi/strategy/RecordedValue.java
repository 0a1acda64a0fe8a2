package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value somebody recorded, with its evidence.
///
/// @param year fiscal year, or calendar year of indicators of calendar years
/// @param unit null for the whole
/// @param file where it was imported from; null if it was typed
/// @param until when it was replaced or taken back; null while it stands
public record RecordedValue(
        UUID id,
        String indicator,
        int year,
        @Nullable UUID unit,
        BigDecimal value,
        String evidence,
        @Nullable FileRow file,
        @Nullable UUID recordedBy,
        OffsetDateTime recordedAt,
        @Nullable OffsetDateTime until,
        int version) {
    /// A row of a file.
    ///
    /// @param hash SHA-256, hexadecimal
    public record FileRow(String name, String hash, int row) {}
}
