package org.kakehashi.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// What happened under an agreement in a fiscal year, as a sum.
///
/// @param id null until it is recorded
/// @param direction for students and staff; null otherwise
/// @param year fiscal year in which the stay began or the thing happened
/// @param number persons or things; null is unknown, never none
/// @param source the file and row it came from; null: typed
public record Activity(
        @Nullable UUID id,
        UUID agreement,
        Kind kind,
        Condition.@Nullable Direction direction,
        int year,
        Term term,
        Condition.Period period,
        @Nullable Integer number,
        @Nullable Source source,
        @Nullable String note) {

    public enum Kind implements Coded {
        STUDENT,
        STAFF,
        JOINT_PAPER,
        JOINT_DEGREE,
        EVENT,
        PROJECT,
        OTHER;

        public boolean directed() {
            return this == STUDENT || this == STAFF;
        }
    }

    /// Academic term of the fiscal year.
    public enum Term implements Coded {
        YEAR,
        FIRST,
        SECOND
    }

    /// @param hash SHA-256 of the file
    public record Source(String name, int row, String hash) {}
}
