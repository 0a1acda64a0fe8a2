package org.kakehashi.review;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// One item of an agenda, with what was decided.
///
/// @param caseId the case it is about, null for anything else
/// @param papers where the papers are, one address a line
/// @param number of the decision, null until there is one
/// @param conflicts members who declared a conflict of interest: not counted, without a vote
public record AgendaItem(
        UUID id,
        UUID meeting,
        @Nullable UUID caseId,
        @Nullable UUID stepId,
        Bilingual title,
        String papers,
        @Nullable Result result,
        @Nullable String number,
        Votes votes,
        Bilingual decision,
        Set<UUID> conflicts,
        int version) {

    public enum Result implements Coded {
        APPROVED,
        REJECTED,
        /// sent back to the proposer
        RETURNED,
        NOTED,
        /// taken up again in a later meeting
        DEFERRED
    }

    public record Votes(int inFavour, int against, int abstained, boolean consensus) {
        public static final Votes NONE = new Votes(0, 0, 0, false);

        int given() {
            return inFavour + against + abstained;
        }
    }

    public AgendaItem {
        conflicts = Set.copyOf(conflicts);
    }
}
