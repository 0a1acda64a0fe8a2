package org.kakehashi.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.review.Step.Outcome;

/// A case under review with everything that happened to it.
///
/// @param version the number of its events: what somebody saw when they acted
public record ReviewCase(
        UUID id,
        String number,
        ReviewProcess process,
        String subjectKind,
        UUID subjectId,
        Bilingual title,
        Set<UUID> units,
        CaseState state,
        @Nullable UUID proposer,
        OffsetDateTime proposedAt,
        @Nullable OffsetDateTime closedAt,
        List<StepTime> times,
        List<Recorded> events,
        int version) {

    /// When a step opened, until when it should end, and when it did.
    public record StepTime(
            UUID step,
            @Nullable OffsetDateTime openedAt,
            @Nullable LocalDate dueOn,
            @Nullable OffsetDateTime closedAt,
            @Nullable UUID closedBy) {}

    /// An event with when and who.
    ///
    /// @param insteadOf for whom the person stood in
    public record Recorded(
            int position,
            OffsetDateTime at,
            @Nullable UUID actor,
            @Nullable UUID insteadOf,
            CaseEvent event) {}

    public ReviewCase {
        units = Set.copyOf(units);
        times = List.copyOf(times);
        events = List.copyOf(events);
    }

    public Optional<StepTime> time(Step step) {
        return times.stream().filter(one -> one.step().equals(step.id())).findFirst();
    }

    public List<Step> openSteps() {
        return state.status() == CaseState.Status.RUNNING
                ? process.steps().stream().filter(state::open).toList()
                : List.of();
    }

    /// The outcome a step ended with, if it has ended.
    public Optional<Outcome> outcome(Step step) {
        return Optional.ofNullable(state.of(step).outcome());
    }
}
