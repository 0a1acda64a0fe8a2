package org.kakehashi.mobility;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.person.PersonNames;

/// A stay in a list.
///
/// @param partner names of the partner; as written where it is not recognised
public record StayLine(
        UUID id,
        String number,
        UUID person,
        String personNumber,
        PersonNames names,
        Stay.Direction direction,
        Stay.Kind kind,
        Stay.Status status,
        Stay.Level level,
        Bilingual partner,
        @Nullable String country,
        @Nullable String city,
        @Nullable UUID unit,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable String programme,
        @Nullable Boolean underAgreement) {}
