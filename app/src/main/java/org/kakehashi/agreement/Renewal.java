package org.kakehashi.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// The decision on how an agreement goes on when its period ends.
///
/// @param id null until it is recorded
/// @param annex the memorandum it is about; null: the agreement as a whole
/// @param periodEnd the last day of the period it is about
/// @param newEnd for a renewal: the new last day
/// @param lastDay for an ending: the last day in force
/// @param decidedOn null: a draft that waits for a decision
public record Renewal(
        @Nullable UUID id,
        UUID agreement,
        @Nullable UUID annex,
        LocalDate periodEnd,
        Decision decision,
        @Nullable LocalDate newEnd,
        @Nullable LocalDate lastDay,
        Bilingual reason,
        @Nullable LocalDate decidedOn,
        @Nullable UUID decidedBy) {

    public enum Decision implements Coded {
        /// Renew as it is.
        RENEW,
        /// Renew with changes.
        RENEW_CHANGED,
        /// End it.
        END,
        /// Let it lapse on its last day.
        LAPSE;

        public boolean renews() {
            return this == RENEW || this == RENEW_CHANGED;
        }
    }

    public boolean decided() {
        return decidedOn != null;
    }
}
