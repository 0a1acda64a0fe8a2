package org.kakehashi.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
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
/// @param changedAt when its plan or minutes were last changed
public record Meeting(
        UUID id,
        UUID body,
        String number,
        LocalDate heldOn,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        Bilingual place,
        @Nullable String online,
        State state,
        Bilingual minutes,
        @Nullable LocalDate approvedOn,
        Set<UUID> present,
        List<AgendaItem> agenda,
        OffsetDateTime changedAt,
        int version) {

    public enum State implements Coded {
        PLANNED,
        /// there is a draft of the minutes
        HELD,
        /// the minutes are approved
        CLOSED,
        CANCELLED
    }

    /// May it still change? Not once its minutes are approved or it was cancelled.
    public boolean changeable() {
        return state == State.PLANNED || state == State.HELD;
    }

    public Meeting {
        present = Set.copyOf(present);
        agenda = List.copyOf(agenda);
    }
}
