package org.kakehashi.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// A committee, or a post that people hold for a time.
///
/// @param perUnit there is one in every unit: the dean, the committee of a school
/// @param role who acts where nobody is named; null: nobody
public record Body(
        UUID id,
        String code,
        Kind kind,
        Bilingual name,
        boolean perUnit,
        @Nullable String role,
        Quorum quorum,
        Majority decidesBy,
        boolean active,
        int version) {

    public enum Kind implements Coded {
        COMMITTEE,
        POST
    }

    /// How many of the voting members must be there (定足数).
    public enum Quorum implements Coded {
        HALF,
        MORE_THAN_HALF,
        TWO_THIRDS
    }

    /// How many of those who vote must agree.
    public enum Majority implements Coded {
        MAJORITY,
        TWO_THIRDS,
        CONSENSUS
    }

    public boolean committee() {
        return kind == Kind.COMMITTEE;
    }
}
