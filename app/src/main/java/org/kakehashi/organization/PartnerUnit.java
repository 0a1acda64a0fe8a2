package org.kakehashi.organization;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A faculty or department of a partner (相手先の部局), valid from and until (exclusive; null = open).
///
/// @param local the name in the partner's own language
public record PartnerUnit(
        UUID id,
        UUID organization,
        @Nullable UUID parent,
        Bilingual name,
        @Nullable String local,
        @Nullable String website,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String note,
        int version) {

    /// The name for a reader of this language: never empty.
    public String label(Locale locale) {
        String known = name.in(locale);
        return known.isEmpty() ? String.valueOf(local) : known;
    }
}
