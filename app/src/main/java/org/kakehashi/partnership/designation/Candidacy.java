package org.kakehashi.partnership.designation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// A partner put forward under a scheme, and what became of it; once approved it is the designation
/// itself.
///
/// @param unit of ours that puts it forward; null: the university
/// @param follows the designation that is reviewed again
/// @param judgements by criterion
public record Candidacy(
        UUID id,
        UUID organization,
        Scheme scheme,
        @Nullable UUID unit,
        @Nullable UUID follows,
        Bilingual statement,
        State state,
        LocalDate created,
        @Nullable Term term,
        @Nullable Closing closing,
        Map<UUID, Judgement> judgements,
        int version) {

    public enum State implements Coded {
        DRAFT,
        /// 審議中
        REVIEW,
        REJECTED,
        /// 指定
        DESIGNATED,
        WITHDRAWN,
        ENDED;

        /// Does it keep others for the same partner from being put forward?
        public boolean open() {
            return this == DRAFT || this == REVIEW;
        }
    }

    /// @param decision number of the case
    /// @param until null: no end is set
    /// @param reviewOn by when it is to be reviewed again
    public record Term(
            String decision,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate reviewOn) {}

    /// That it was withdrawn or ended, and why.
    public record Closing(LocalDate on, Bilingual reason) {}

    public Candidacy {
        judgements = Map.copyOf(judgements);
    }

    /// Does the designation hold on that day?
    public boolean holds(LocalDate day) {
        return state == State.DESIGNATED
                && term != null
                && !day.isBefore(term.from())
                && (term.until() == null || !day.isAfter(term.until()));
    }
}
