package org.kakehashi.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// One of our own units (部局), valid from and until (exclusive; null = open). A root is a home
/// university.
public record Unit(
        UUID id,
        String code,
        @Nullable UUID parent,
        String kind,
        Bilingual name,
        @Nullable String rorId,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int position,
        int version) {

    public boolean validOn(LocalDate date) {
        return (validFrom == null || !date.isBefore(validFrom))
                && (validUntil == null || date.isBefore(validUntil));
    }
}
