package org.kakehashi.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// What is planned under an agreement for the next period, usually five years.
///
/// @param studentsIn to be received a year; null: not said
/// @param studentsOut to be sent a year; null: not said
/// @param version for optimistic locking; 0 also where nothing is recorded yet
public record NextPlan(
        UUID agreement,
        Bilingual text,
        @Nullable Integer studentsIn,
        @Nullable Integer studentsOut,
        int version) {
    public static NextPlan none(UUID agreement) {
        return new NextPlan(agreement, new Bilingual(null, null), null, null, 0);
    }

    public boolean isEmpty() {
        return text.parity() == Bilingual.Parity.NONE && studentsIn == null && studentsOut == null;
    }
}
