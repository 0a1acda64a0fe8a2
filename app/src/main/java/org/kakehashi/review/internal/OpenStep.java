package org.kakehashi.review.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A step that waits, or with no step a case that waits for its proposer.
public record OpenStep(
        UUID caseId,
        String number,
        Bilingual title,
        Set<UUID> units,
        @Nullable UUID body,
        Bilingual step,
        @Nullable OffsetDateTime since,
        @Nullable LocalDate dueOn,
        boolean inPerson) {}
