package org.kakehashi.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// The self-assessment of one action in one cycle.
public record Assessment(
        UUID id,
        UUID cycle,
        String action,
        @Nullable UUID unit,
        @Nullable UUID owner,
        State state,
        Content content,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate decidedOn,
        int version) {
    public enum State implements Coded {
        DRAFT,
        SUBMITTED,
        RETURNED,
        APPROVED,
        REJECTED;

        /// Is it still with those who write it?
        public boolean open() {
            return this == DRAFT || this == RETURNED;
        }
    }

    /// How far the plan of the year was achieved; the meanings are fixed and shown.
    public enum Grade implements Coded {
        /// Well beyond the plan.
        S,
        /// As planned.
        A,
        /// Behind the plan, which can still be reached.
        B,
        /// Far behind; the plan must be changed.
        C
    }

    /// The six criteria of OECD-DAC (2019).
    public enum Criterion implements Coded {
        RELEVANCE,
        COHERENCE,
        EFFECTIVENESS,
        EFFICIENCY,
        IMPACT,
        SUSTAINABILITY
    }

    /// @param mark from 1 (not met) to 4 (fully met)
    public record Judgement(int mark, @Nullable String reason) {}

    /// What the people responsible say.
    public record Content(
            @Nullable Grade grade, Bilingual narrative, Map<Criterion, Judgement> judgements) {
        public static final Content BLANK = new Content(null, new Bilingual(null, null), Map.of());

        public Content {
            judgements = Map.copyOf(judgements);
        }

        /// Can it be submitted: a grade and a narrative.
        public boolean complete() {
            return grade != null && narrative.parity() != Bilingual.Parity.NONE;
        }
    }

    /// A link to what proves it.
    public record Evidence(UUID id, String label, String address) {}

    /// What somebody said.
    ///
    /// @param indicator beside whose number; null: of the whole
    public record Remark(
            @Nullable String indicator,
            String text,
            @Nullable UUID author,
            java.time.OffsetDateTime at) {}

    /// All that hangs on it.
    public record Attached(List<Evidence> evidence, List<Remark> remarks) {
        public Attached {
            evidence = List.copyOf(evidence);
            remarks = List.copyOf(remarks);
        }
    }

    Set<UUID> units() {
        return unit == null ? Set.of() : Set.of(unit);
    }
}
