package org.kakehashi.strategy;

import java.util.List;
import org.kakehashi.kernel.Bilingual;

/// A strategy or plan: processes and targets, each with its actions. Codes (P1.1 … T4.3) are
/// permanent.
public record Plan(String code, Bilingual name, List<Part> parts) {
    public Plan {
        parts = List.copyOf(parts);
    }

    /// A process (how we work) or a target (what we want to reach).
    public record Part(
            String code, Kind kind, Bilingual name, Bilingual aim, List<Action> actions) {
        public Part {
            actions = List.copyOf(actions);
        }
    }

    public enum Kind {
        PROCESS,
        TARGET
    }

    /// One action of the plan (取組).
    public record Action(String code, Bilingual title) {}

    public List<Action> actions() {
        return parts.stream().flatMap(part -> part.actions().stream()).toList();
    }
}
