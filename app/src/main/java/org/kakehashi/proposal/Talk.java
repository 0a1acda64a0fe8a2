package org.kakehashi.proposal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/// An entry of the negotiation log: when, by whom, what.
public record Talk(
        UUID id,
        LocalDate on,
        String who,
        String what,
        @Nullable UUID recordedBy,
        OffsetDateTime recordedAt) {}
