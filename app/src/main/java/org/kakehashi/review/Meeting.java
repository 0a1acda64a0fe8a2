package org.kakehashi.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// A meeting of a committee.
///
/// @param online an address to join it, null if there is none
/// @param present who was there
public record Meeting(
        UUID id,
        UUID body,
        String number,
        LocalDate heldOn,
        @Nullable LocalTime starts,
        Bilingual place,
        @Nullable String online,
        State state,
        Bilingual minutes,
        @Nullable LocalDate approvedOn,
        Set<UUID> present,
        List<AgendaItem> agenda,
        int version) {

    public enum State implements Coded {
        PLANNED,
        /// there is a draft of the minutes
        HELD,
        /// the minutes are approved
        CLOSED
    }

    public Meeting {
        present = Set.copyOf(present);
        agenda = List.copyOf(agenda);
    }
}
