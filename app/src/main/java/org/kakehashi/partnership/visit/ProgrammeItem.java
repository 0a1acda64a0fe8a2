package org.kakehashi.partnership.visit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// What happens when during a visit, in the time of the place.
///
/// @param id null until it is recorded
/// @param from null: some time that day
public record ProgrammeItem(
        @Nullable UUID id,
        LocalDate on,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        Bilingual what,
        @Nullable String place,
        @Nullable String people) {}
