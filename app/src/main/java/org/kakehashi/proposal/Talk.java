package org.kakehashi.proposal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of the negotiation log: when, by whom, what.
public record Talk(
        UUID id,
        LocalDate on,
        String who,
        String what,
        @Nullable UUID recordedBy,
        OffsetDateTime recordedAt) {}
