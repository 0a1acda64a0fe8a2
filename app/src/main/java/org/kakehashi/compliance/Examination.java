package org.kakehashi.compliance;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// A dated statement on how far the due diligence of an institution has come. Never changed: a
/// later one takes its place.
///
/// @param validUntil the last day it counts; null: no limit was set
/// @param examinedBy section or person that examined it
/// @param findings nothing for those who may not see them
/// @param recordedBy null: the system
public record Examination(
        UUID organization,
        State state,
        LocalDate on,
        @Nullable LocalDate validUntil,
        @Nullable String examinedBy,
        Bilingual findings,
        Visibility visibility,
        @Nullable UUID recordedBy) {

    public enum State implements Coded {
        /// It has begun.
        UNDER_WAY,
        CLEARED,
        /// Cleared under conditions that the findings name.
        CONDITIONAL,
        REFUSED
    }

    /// Who may see the findings; the state everybody sees who may read at all.
    public enum Visibility implements Coded {
        MEMBERS,
        RESTRICTED
    }

    /// Is it too old to count on that day?
    public boolean expired(LocalDate day) {
        return validUntil != null && validUntil.isBefore(day);
    }

    Examination withoutFindings() {
        return new Examination(
                organization,
                state,
                on,
                validUntil,
                null,
                new Bilingual(null, null),
                visibility,
                recordedBy);
    }
}
