package org.kakehashi.review;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// One step of a process.
///
/// @param stage steps of the same stage run in parallel, lower stages first
/// @param condition the step is left out only where this certainly does not hold
/// @param days time limit in days from the day it opens; null: none
/// @param remindDays the reminder goes out this many days before the limit
/// @param inFast part of the fast track
/// @param inPerson no deputy may do it
/// @param againOn facts whose change restarts the step when it was done already
public record Step(
        UUID id,
        String code,
        int stage,
        Kind kind,
        Bilingual name,
        UUID body,
        Condition condition,
        @Nullable Integer days,
        @Nullable Integer remindDays,
        @Nullable UUID escalateTo,
        boolean inFast,
        boolean inPerson,
        Set<String> againOn,
        List<Check> checks) {

    public enum Kind implements Coded {
        /// 決定
        DECIDE,
        /// 協議・審議
        CONSULT,
        /// 報告
        INFORM,
        /// 署名
        SIGN;

        /// How a step of this kind may end, apart from a return with reasons.
        public List<Outcome> outcomes() {
            return switch (this) {
                case DECIDE -> List.of(Outcome.APPROVED, Outcome.REJECTED);
                case CONSULT -> List.of(Outcome.FAVOURABLE, Outcome.CONCERNS);
                case INFORM -> List.of(Outcome.NOTED);
                case SIGN -> List.of(Outcome.SIGNED);
            };
        }
    }

    public enum Outcome implements Coded {
        APPROVED,
        REJECTED,
        FAVOURABLE,
        CONCERNS,
        NOTED,
        SIGNED
    }

    /// Something to make sure of before the step ends well.
    ///
    /// @param evidence on what it rests must be stated
    public record Check(UUID id, Bilingual text, boolean evidence) {}

    public Step {
        againOn = Set.copyOf(againOn);
        checks = List.copyOf(checks);
    }

    /// A step that a deputy may do as well.
    public Step(
            UUID id,
            String code,
            int stage,
            Kind kind,
            Bilingual name,
            UUID body,
            Condition condition,
            @Nullable Integer days,
            @Nullable Integer remindDays,
            @Nullable UUID escalateTo,
            boolean inFast,
            Set<String> againOn,
            List<Check> checks) {
        this(
                id,
                code,
                stage,
                kind,
                name,
                body,
                condition,
                days,
                remindDays,
                escalateTo,
                inFast,
                false,
                againOn,
                checks);
    }

    /// The same step in another stage.
    Step at(int otherStage) {
        return new Step(
                id,
                code,
                otherStage,
                kind,
                name,
                body,
                condition,
                days,
                remindDays,
                escalateTo,
                inFast,
                inPerson,
                againOn,
                checks);
    }

    /// The facts whose change makes this step be done again.
    Set<String> restartsOn() {
        Set<String> facts = new TreeSet<>(condition.facts());
        facts.addAll(againOn);
        return facts;
    }
}
