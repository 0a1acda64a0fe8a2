package org.kakehashi.review;

import org.kakehashi.review.AgendaItem.Votes;

/// Quorum and majority (定足数・議決). Members who declared a conflict of interest are counted neither
/// among those who must be there nor among those who vote.
final class MeetingRules {
    private MeetingRules() {}

    /// How many of so many members with a vote must be there.
    static int needed(Body.Quorum quorum, int voting) {
        return switch (quorum) {
            case HALF -> (voting + 1) / 2;
            case MORE_THAN_HALF -> voting / 2 + 1;
            case TWO_THIRDS -> (2 * voting + 2) / 3;
        };
    }

    /// A committee in which nobody has a vote is never quorate.
    static boolean quorate(Body.Quorum quorum, int voting, int present) {
        return voting > 0 && present >= needed(quorum, voting);
    }

    /// Is it carried? Abstentions count as given, not as agreement.
    static boolean carried(Body.Majority rule, Votes votes) {
        if (votes.consensus()) {
            return votes.against() == 0;
        }
        return switch (rule) {
            case CONSENSUS -> votes.inFavour() > 0 && votes.against() == 0;
            case MAJORITY -> 2 * votes.inFavour() > votes.given();
            case TWO_THIRDS -> votes.given() > 0 && 3 * votes.inFavour() >= 2 * votes.given();
        };
    }
}
