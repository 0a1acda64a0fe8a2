package org.kakehashi.partnership.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A person at a partner, kept because they agreed to it.
///
/// @param id null until it is recorded
/// @param unit of ours that keeps the contact; null: the office
/// @param faculty the office or faculty there, as people write it
/// @param name in Japanese writing and in Latin letters; one of them at least, none once erased
/// @param reading in kana, for sorting
/// @param languages ISO 639 codes of the languages one can write in
/// @param lastContact when anybody of ours last heard from them; null: unknown
/// @param version for optimistic locking
public record Contact(
        @Nullable UUID id,
        UUID organization,
        @Nullable UUID unit,
        @Nullable String faculty,
        Bilingual name,
        @Nullable String reading,
        Bilingual position,
        @Nullable String email,
        @Nullable String phone,
        List<String> languages,
        Consent consent,
        @Nullable LocalDate lastContact,
        @Nullable String note,
        int version) {
    /// For how long after the last contact somebody counts as alive.
    public static final int ALIVE_MONTHS = 24;

    public Contact {
        languages = List.copyOf(languages);
    }

    /// Consent counts on that day, and somebody of ours heard from them in the two years before.
    public boolean aliveOn(LocalDate day) {
        return consent.validOn(day)
                && lastContact != null
                && !lastContact.isBefore(day.minusMonths(ALIVE_MONTHS));
    }
}
