package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// What is done for an action: a measure (施策) runs for a time, a milestone (節目) is reached on a
/// day.
///
/// @param level place in the chain of results, one of [#LEVELS]
/// @param result what came of it
public record PlanStep(
        UUID id,
        Kind kind,
        Bilingual title,
        String level,
        @Nullable UUID unit,
        @Nullable UUID owner,
        @Nullable LocalDate from,
        @Nullable LocalDate due,
        @Nullable LocalDate doneOn,
        @Nullable String result,
        int version) {
    /// The chain of results, from what is put in to what it changes in the end.
    public static final List<String> LEVELS =
            List.of("input", "activity", "output", "outcome", "impact");

    public static final UUID NEW = new UUID(0, 0);

    public enum Kind implements Coded {
        MEASURE,
        MILESTONE
    }

    public boolean late(LocalDate today) {
        return doneOn == null && due != null && due.isBefore(today);
    }
}
