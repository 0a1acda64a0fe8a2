package org.kakehashi.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A corrective action (改善措置): what is promised, by whom and by when, and what came of it.
///
/// @param action of the plan
/// @param year of the cycle in which it was promised
public record Promise(
        UUID id,
        UUID assessment,
        String action,
        int year,
        Bilingual title,
        @Nullable UUID owner,
        LocalDate dueOn,
        @Nullable LocalDate doneOn,
        @Nullable String outcome,
        int version) {
    public boolean late(LocalDate today) {
        return doneOn == null && dueOn.isBefore(today);
    }

    /// Message key of how it stands.
    public String standing(LocalDate today) {
        if (doneOn != null) {
            return doneOn.isAfter(dueOn)
                    ? "assessment.promise.doneLate"
                    : "assessment.promise.done";
        }
        return late(today) ? "assessment.promise.late" : "assessment.promise.open";
    }
}
