package org.kakehashi.organization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A release of the registry that was imported, or is being imported.
///
/// @param name version such as `v2.9`, empty when the file name does not say
/// @param state `running`, `done`, `cancelled` or `failed`
/// @param records in the file, broken ones included
/// @param missing known here and not in this release
public record RegistryRelease(
        UUID id,
        String name,
        @Nullable LocalDate releasedOn,
        String fileName,
        long fileBytes,
        String state,
        int records,
        int added,
        int changed,
        int withdrawn,
        int unchanged,
        int missing,
        int broken,
        @Nullable String startedBy,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {

    /// What a reader calls it.
    public String label() {
        return name.isEmpty() ? fileName : name;
    }
}
