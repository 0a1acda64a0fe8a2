package org.kakehashi.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.kakehashi.kernel.Coded;

/// A round in which the actions of a plan are assessed.
///
/// @param year fiscal year assessed
/// @param referenceDay of the figures
/// @param dueOn until when forms are to be submitted
public record Cycle(
        UUID id,
        String plan,
        Kind kind,
        int year,
        LocalDate referenceDay,
        LocalDate dueOn,
        boolean closed,
        int version) {
    public enum Kind implements Coded {
        YEARLY,
        MID_TERM
    }
}
