package org.kakehashi.interchange;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list of names somebody wants recognised.
///
/// @param headed its first row holds the names of columns
/// @param textColumn which column names institutions, from 1; null until chosen
/// @param countryColumn which column states the country, from 1; null where none does
/// @param registry version of the registry the answers rest on
public record Batch(
        UUID id,
        String name,
        boolean headed,
        @Nullable Integer textColumn,
        @Nullable Integer countryColumn,
        String registry,
        @Nullable UUID job,
        @Nullable UUID by,
        @Nullable String byLogin,
        OffsetDateTime at) {

    public String href() {
        return "/recognition/" + id;
    }

    /// Rows before the first line of data.
    public int above() {
        return headed ? 1 : 0;
    }
}
