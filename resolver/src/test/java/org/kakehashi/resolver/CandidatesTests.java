package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CandidatesTests {

    private static final Resolver RESOLVER = Registry.resolver();

    @Test
    void whatIsDecidedComesFirst() {
        assertThat(RESOLVER.candidates("Yukimi University, Japan", Hints.none(), 100))
                .first()
                .extracting(Candidate::id)
                .isEqualTo("0aoba0003");
    }

    @Test
    void namesThatShareWordsFollowEachOnce() {
        assertThat(RESOLVER.candidates("Lake School of Westmere", Hints.none(), 100))
                .extracting(Candidate::id)
                .contains("0aoba0004", "0aoba0005", "0aoba0007", "0aoba0008")
                .doesNotHaveDuplicates();
    }

    @Test
    void noMoreThanAskedFor() {
        assertThat(RESOLVER.candidates("University", Hints.none(), 2)).hasSizeLessThanOrEqualTo(2);
        assertThat(RESOLVER.candidates("", Hints.none(), 2)).isEmpty();
    }
}
