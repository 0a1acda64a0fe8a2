package org.kakehashi.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.review.Step.Outcome;

/// Where a case stands.
public record CaseState(
        Status status, boolean fast, Facts facts, Map<UUID, StepState> steps, int events) {

    public enum Status implements Coded {
        /// 審議中: waits for the holders of the open steps
        RUNNING,
        /// 差戻し: waits for the proposer
        RETURNED,
        APPROVED,
        REJECTED,
        WITHDRAWN;

        public boolean over() {
            return this == APPROVED || this == REJECTED || this == WITHDRAWN;
        }
    }

    public enum Progress implements Coded {
        PENDING,
        OPEN,
        DONE,
        SKIPPED
    }

    public record StepState(Progress progress, @Nullable Outcome outcome) {
        static final StepState PENDING = new StepState(Progress.PENDING, null);

        boolean over() {
            return progress == Progress.DONE || progress == Progress.SKIPPED;
        }
    }

    static final CaseState NOTHING = new CaseState(Status.RUNNING, false, Facts.NONE, Map.of(), 0);

    public CaseState {
        steps = Map.copyOf(steps);
    }

    public StepState of(Step step) {
        return steps.getOrDefault(step.id(), StepState.PENDING);
    }

    public boolean open(Step step) {
        return of(step).progress() == Progress.OPEN;
    }

    /// The state after these events.
    public static CaseState replay(List<CaseEvent> events) {
        CaseState state = NOTHING;
        for (CaseEvent event : events) {
            state = state.after(event);
        }
        return state;
    }

    CaseState after(CaseEvent event) {
        Facts known = event.facts() == null ? facts : event.facts();
        return switch (event.kind()) {
            case PROPOSED -> next(Status.RUNNING, false, known, steps);
            case PROPOSED_FAST -> next(Status.RUNNING, true, known, steps);
            case OPENED -> with(event, Progress.OPEN);
            case SKIPPED -> with(event, Progress.SKIPPED);
            case DONE -> with(event, Progress.DONE);
            case RESTARTED -> with(event, Progress.PENDING);
            case RETURNED -> next(Status.RETURNED, fast, known, steps);
            case RESUBMITTED -> next(Status.RUNNING, fast, known, steps);
            case FACTS_CHANGED -> next(status, fast, known, steps);
            case WITHDRAWN -> next(Status.WITHDRAWN, fast, known, steps);
            case APPROVED -> next(Status.APPROVED, fast, known, steps);
            case REJECTED -> next(Status.REJECTED, fast, known, steps);
        };
    }

    private CaseState with(CaseEvent event, Progress progress) {
        Map<UUID, StepState> changed = new HashMap<>(steps);
        if (event.step() != null) {
            changed.put(event.step(), new StepState(progress, event.outcome()));
        }
        return next(status, fast, facts, changed);
    }

    private CaseState next(
            Status newStatus, boolean newFast, Facts newFacts, Map<UUID, StepState> newSteps) {
        return new CaseState(newStatus, newFast, newFacts, newSteps, events + 1);
    }
}
