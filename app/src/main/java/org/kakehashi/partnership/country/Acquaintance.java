package org.kakehashi.partnership.country;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// That somebody of ours knows a country or an institution, by their own statement.
///
/// @param id null until it is recorded
/// @param country null where it is about an institution
/// @param organization null where it is about a country
/// @param languages ISO 639 codes
/// @param what how they know it
public record Acquaintance(
        @Nullable UUID id,
        UUID user,
        @Nullable String country,
        @Nullable UUID organization,
        List<String> languages,
        @Nullable Integer fromYear,
        @Nullable Integer untilYear,
        Bilingual what,
        LocalDate agreedOn) {
    public Acquaintance {
        languages = List.copyOf(languages);
    }
}
