package org.kakehashi.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.review.Step.Outcome;

/// One thing that happened to a case. The events in their order are the case: everything else is
/// computed from them.
///
/// @param facts as they were found, on proposing, resubmitting and when they changed
public record CaseEvent(
        Kind kind,
        @Nullable UUID step,
        @Nullable Outcome outcome,
        @Nullable String comment,
        @Nullable Facts facts) {

    public enum Kind implements Coded {
        PROPOSED,
        PROPOSED_FAST,
        OPENED,
        SKIPPED,
        DONE,
        RETURNED,
        RESUBMITTED,
        FACTS_CHANGED,
        RESTARTED,
        WITHDRAWN,
        APPROVED,
        REJECTED
    }

    static CaseEvent of(Kind kind) {
        return new CaseEvent(kind, null, null, null, null);
    }

    static CaseEvent of(Kind kind, Step step) {
        return new CaseEvent(kind, step.id(), null, null, null);
    }
}
