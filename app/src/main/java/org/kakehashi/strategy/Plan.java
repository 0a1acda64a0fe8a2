package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// A strategy or plan: processes and targets, each with its actions. Codes (P1.1 … T4.3) are
/// permanent.
///
/// @param unit whose plan it is; null for the university's
/// @param fromYear first fiscal year; null where nobody decided
public record Plan(
        String code,
        Bilingual name,
        Scope scope,
        @Nullable UUID unit,
        @Nullable Integer fromYear,
        @Nullable Integer untilYear,
        int version,
        List<Part> parts) {
    public Plan {
        parts = List.copyOf(parts);
    }

    /// What kind of plan it is.
    public enum Scope implements Coded {
        STRATEGY,
        VISION,
        UNIT
    }

    /// A process (how we work) or a target (what we want to reach).
    public record Part(
            String code,
            Kind kind,
            Bilingual name,
            Bilingual aim,
            int version,
            List<Action> actions) {
        public Part {
            actions = List.copyOf(actions);
        }
    }

    public enum Kind implements Coded {
        PROCESS,
        TARGET
    }

    /// One action of the plan (取組).
    ///
    /// @param unit responsible for it
    /// @param endedOn the day it ended; null while it runs
    /// @param serves the actions of other plans it serves
    public record Action(
            String code,
            Bilingual title,
            @Nullable UUID unit,
            @Nullable UUID owner,
            @Nullable LocalDate endedOn,
            int version,
            List<PlanStep> steps,
            List<String> serves) {
        public Action {
            steps = List.copyOf(steps);
            serves = List.copyOf(serves);
        }
    }

    public List<Action> actions() {
        return parts.stream().flatMap(part -> part.actions().stream()).toList();
    }

    /// The units whose people may change it.
    Set<UUID> units() {
        return unit == null ? Set.of() : Set.of(unit);
    }
}
