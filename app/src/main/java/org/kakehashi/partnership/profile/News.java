package org.kakehashi.partnership.profile;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A short dated note about a partner.
///
/// @param id null until it is recorded
/// @param source the web address it comes from; null: unknown
/// @param version for optimistic locking
public record News(
        @Nullable UUID id,
        UUID organization,
        LocalDate on,
        Bilingual title,
        @Nullable String source,
        int version) {}
