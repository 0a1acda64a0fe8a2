package org.kakehashi.review;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// Something that is put to review, contributed by a room as a bean. The room keeps the subject;
/// this room keeps the course of its case.
public interface ReviewSubject {
    /// Stable name of the kind, also part of message keys `<room>.review.…`.
    String kind();

    /// What the kind is called.
    Bilingual name();

    /// The facts that conditions may ask.
    List<FactKind> facts();

    /// The subject as it is now; refuses where the person acting may not see it.
    Subject get(UUID id);

    /// May the person acting put it to review, change it and put it forward again?
    boolean mayPropose(UUID id);

    /// What the decision does to the subject; in the transaction of the decision, as the system.
    void decided(UUID id, Decision decision);

    /// Its case was put to review, returned, put forward again, withdrawn, approved or rejected. In
    /// the transaction of the move, as the system; before [#decided] where the case is over.
    default void moved(UUID id, Move move) {}

    /// A step of its case ended: a body decided, gave its opinion, was informed or signed. In the
    /// transaction of the act, as the system. A step done again after facts changed is told again.
    default void stepEnded(UUID id, StepEnd end) {}

    /// A fact conditions may ask: its name in conditions and what it is called.
    ///
    /// @param values the values there are; empty where any number or code may stand
    record FactKind(String name, Bilingual label, List<Value> values) {
        public FactKind {
            values = List.copyOf(values);
        }
    }

    /// One value of a fact.
    record Value(String code, Bilingual label) {}

    /// @param units our own units that take part
    record Subject(Bilingual title, String href, Set<UUID> units, Facts facts) {}

    /// @param status where the case stands now
    record Move(UUID caseId, String number, CaseState.Status status) {}

    /// @param actor who acted; null: the system
    /// @param insteadOf for whom, where a deputy acted
    record StepEnd(
            UUID caseId,
            String number,
            Step step,
            Step.@Nullable Outcome outcome,
            OffsetDateTime at,
            @Nullable UUID actor,
            @Nullable UUID insteadOf) {}

    /// How a case ended.
    ///
    /// @param number of the case
    record Decision(UUID caseId, String number, boolean approved) {}
}
