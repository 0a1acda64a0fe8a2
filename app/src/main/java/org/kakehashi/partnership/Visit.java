package org.kakehashi.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// A delegation that came or went.
///
/// @param id null until it is recorded
/// @param unit of ours that hosts or sends; null: unknown
/// @param guests the delegation, as people write it
/// @param version for optimistic locking
public record Visit(
        @Nullable UUID id,
        UUID organization,
        Direction direction,
        @Nullable UUID unit,
        LocalDate from,
        LocalDate until,
        Bilingual purpose,
        @Nullable String guests,
        @Nullable String hosts,
        Bilingual programme,
        @Nullable String gifts,
        Bilingual minutes,
        List<FollowUp> followUps,
        int version) {

    public enum Direction implements Coded {
        /// 来訪
        INBOUND,
        /// 訪問
        OUTBOUND
    }

    /// What must be done after it.
    ///
    /// @param doneOn null: still to be done
    public record FollowUp(
            UUID id,
            UUID visit,
            String what,
            @Nullable UUID responsible,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    public Visit {
        followUps = List.copyOf(followUps);
    }
}
