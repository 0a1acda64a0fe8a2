package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.review.AgendaItem.Votes;

/// Quorum and majority.
class MeetingRulesTests {
    @ParameterizedTest
    @CsvSource({
        "HALF, 4, 2", "HALF, 5, 3", "MORE_THAN_HALF, 4, 3", "MORE_THAN_HALF, 5, 3",
        "MORE_THAN_HALF, 1, 1", "TWO_THIRDS, 6, 4", "TWO_THIRDS, 7, 5", "TWO_THIRDS, 3, 2"
    })
    void soManyMustBeThere(Body.Quorum quorum, int voting, int needed) {
        assertThat(MeetingRules.needed(quorum, voting)).isEqualTo(needed);
        assertThat(MeetingRules.quorate(quorum, voting, needed)).isTrue();
        assertThat(MeetingRules.quorate(quorum, voting, needed - 1)).isFalse();
    }

    @Test
    void nobodyIsNoQuorum() {
        for (Body.Quorum quorum : Body.Quorum.values()) {
            assertThat(MeetingRules.quorate(quorum, 0, 0)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAJORITY, 3, 2, 0, true", "MAJORITY, 2, 2, 0, false", "MAJORITY, 2, 1, 1, false",
        "TWO_THIRDS, 4, 2, 0, true", "TWO_THIRDS, 3, 2, 0, false", "CONSENSUS, 3, 0, 1, true",
        "CONSENSUS, 3, 1, 0, false", "CONSENSUS, 0, 0, 3, false"
    })
    void soManyMustAgree(
            Body.Majority rule, int inFavour, int against, int abstained, boolean carried) {
        assertThat(MeetingRules.carried(rule, new Votes(inFavour, against, abstained, false)))
                .isEqualTo(carried);
    }
}
