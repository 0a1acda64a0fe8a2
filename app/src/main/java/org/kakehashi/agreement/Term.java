package org.kakehashi.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;

/// From when until when an agreement is valid, and how it goes on.
///
/// @param knownFrom the day a source first showed that the agreement exists; null: the day it is
///   recorded. Before it, an agreement without a known start counts as unknown
public record Term(
        Kind kind, DateText start, DateText end, @Nullable LocalDate knownFrom, Renewal renewal) {

    public enum Kind implements Coded {
        FIXED,
        ENDLESS,
        UNTIL_REPLACED,
        UNKNOWN
    }

    public enum RenewalMode implements Coded {
        AUTOMATIC,
        BY_EVALUATION,
        NEW_SIGNATURE,
        NONE,
        UNKNOWN
    }

    /// @param years for how long a renewal prolongs it
    /// @param noticeMonths how long before the end either side must give notice
    /// @param pending 手続中: a renewal is under way
    public record Renewal(
            RenewalMode mode,
            @Nullable Integer years,
            @Nullable Integer noticeMonths,
            boolean pending) {
        public static final Renewal UNKNOWN = new Renewal(RenewalMode.UNKNOWN, null, null, false);
    }

    public static final Term UNKNOWN =
            new Term(Kind.UNKNOWN, DateText.NONE, DateText.NONE, null, Renewal.UNKNOWN);

    /// Does it go on until somebody ends it?
    public boolean goesOn() {
        return kind == Kind.ENDLESS
                || kind == Kind.UNTIL_REPLACED
                || renewal.mode() == RenewalMode.AUTOMATIC;
    }

    /// The last day can only lie before the first if one of them is wrong.
    public boolean endsBeforeItStarts() {
        LocalDate last = end.lastDay();
        LocalDate first = start.date();
        return last != null && first != null && last.isBefore(first);
    }
}
