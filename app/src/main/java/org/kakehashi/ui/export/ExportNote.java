package org.kakehashi.ui.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a file must say about itself: what it is, the filter, the date its facts are of, who made
/// it when, and whether it is demonstration data. Texts are in the reader's language.
public record ExportNote(
        String what,
        @Nullable String filter,
        @Nullable String asOf,
        String by,
        Instant made,
        boolean demonstration) {}
