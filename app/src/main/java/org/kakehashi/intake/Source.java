package org.kakehashi.intake;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a stored fact is from.
///
/// @param field the field it is about, null for the whole record
/// @param href the row's page, null if the person acting may not see it
public record Source(
        UUID row,
        String file,
        String sheet,
        int sheetRow,
        @Nullable String field,
        OffsetDateTime recordedAt,
        @Nullable String href) {}
