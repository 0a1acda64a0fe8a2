package org.kakehashi.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A case as a list shows it.
///
/// @param subject what it is about, of its kind
/// @param waitsAt the names of the open steps
/// @param since when the longest waiting of them opened
/// @param dueOn the first time limit of them
public record CaseLine(
        UUID id,
        String number,
        Bilingual title,
        String kind,
        UUID subject,
        CaseState.Status state,
        Bilingual process,
        List<Bilingual> waitsAt,
        List<Bilingual> bodies,
        @Nullable OffsetDateTime since,
        @Nullable LocalDate dueOn,
        OffsetDateTime proposedAt,
        @Nullable OffsetDateTime closedAt) {}
