package org.kakehashi.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.CaseEvent.Kind;
import org.kakehashi.review.CaseState.Progress;
import org.kakehashi.review.CaseState.Status;
import org.kakehashi.review.Step.Outcome;

/// The course a case takes through a process: given where it stands and what somebody does, what
/// happens. Pure; the same acts always give the same events. A case that is not over always waits
/// for somebody: for the holders of an open step, or for its proposer.
public final class Course {
    private final ReviewProcess process;
    private final List<CaseEvent> happened = new ArrayList<>();
    private CaseState state;

    private Course(ReviewProcess process, CaseState state) {
        this.process = process;
        this.state = state;
    }

    /// Puts a subject to review.
    public static List<CaseEvent> propose(ReviewProcess process, Facts facts, boolean fast) {
        if (process.steps().stream().noneMatch(step -> step.kind() == Step.Kind.DECIDE)) {
            throw KakehashiException.invalid("review.process.noDecision", Map.of());
        }
        if (fast && !mayBeFast(process, facts)) {
            throw KakehashiException.invalid("review.fast.refused", Map.of());
        }
        Course course = new Course(process, CaseState.NOTHING);
        Kind kind = fast ? Kind.PROPOSED_FAST : Kind.PROPOSED;
        course.happen(new CaseEvent(kind, null, null, null, facts));
        course.goOn();
        return course.happened;
    }

    /// The fast track is open only where its condition certainly holds.
    public static boolean mayBeFast(ReviewProcess process, Facts facts) {
        Condition condition = process.fast();
        return condition != null && condition.holds(facts) == Truth.YES;
    }

    /// A holder ends an open step.
    public static List<CaseEvent> end(
            ReviewProcess process,
            CaseState state,
            Step step,
            Outcome outcome,
            @Nullable String comment) {
        require(state.status() == Status.RUNNING && state.open(step));
        require(step.kind().outcomes().contains(outcome));
        Course course = new Course(process, state);
        course.happen(new CaseEvent(Kind.DONE, step.id(), outcome, comment, null));
        if (outcome == Outcome.REJECTED) {
            course.happen(CaseEvent.of(Kind.REJECTED));
        } else {
            course.goOn();
        }
        return course.happened;
    }

    /// A holder of an open step sends the case back to its proposer, who must be told why.
    public static List<CaseEvent> sendBack(
            ReviewProcess process, CaseState state, Step step, String reason) {
        require(state.status() == Status.RUNNING && state.open(step));
        requireReason(reason);
        Course course = new Course(process, state);
        course.happen(new CaseEvent(Kind.RETURNED, step.id(), null, reason, null));
        return course.happened;
    }

    /// The proposer puts a returned case forward again. It goes on where it was, or earlier if
    /// facts changed on which earlier steps rest.
    public static List<CaseEvent> resubmit(
            ReviewProcess process, CaseState state, Facts facts, @Nullable String comment) {
        require(state.status() == Status.RETURNED);
        Course course = new Course(process, state);
        Facts before = state.facts();
        course.happen(new CaseEvent(Kind.RESUBMITTED, null, null, comment, facts));
        course.restart(before.differences(facts));
        course.goOn();
        return course.happened;
    }

    /// The facts of the subject changed while the case ran: steps that rest on them are done again,
    /// and everything after the first of them.
    public static List<CaseEvent> changeFacts(ReviewProcess process, CaseState state, Facts facts) {
        require(!state.status().over());
        Set<String> changed = state.facts().differences(facts);
        if (changed.isEmpty()) {
            return List.of();
        }
        Course course = new Course(process, state);
        course.happen(
                new CaseEvent(Kind.FACTS_CHANGED, null, null, String.join(", ", changed), facts));
        course.restart(changed);
        course.goOn();
        return course.happened;
    }

    public static List<CaseEvent> withdraw(CaseState state, String reason) {
        require(!state.status().over());
        requireReason(reason);
        return List.of(new CaseEvent(Kind.WITHDRAWN, null, null, reason, null));
    }

    /// The steps this case goes through. A condition can never take away every decision: if it
    /// would, all of them stay.
    static Set<Step> included(ReviewProcess process, CaseState state) {
        Set<Step> included = new LinkedHashSet<>();
        for (Step step : process.steps()) {
            boolean inTrack = !state.fast() || step.inFast();
            if (inTrack && step.condition().holds(state.facts()) != Truth.NO) {
                included.add(step);
            }
        }
        if (included.stream().noneMatch(step -> step.kind() == Step.Kind.DECIDE)) {
            process.steps().stream()
                    .filter(step -> step.kind() == Step.Kind.DECIDE)
                    .forEach(included::add);
        }
        return included;
    }

    private void restart(Set<String> changedFacts) {
        int first =
                process.steps().stream()
                        .filter(step -> restsOn(step, changedFacts))
                        .mapToInt(Step::stage)
                        .min()
                        .orElse(Integer.MAX_VALUE);
        for (Step step : process.steps()) {
            boolean later = step.stage() > first;
            boolean same = step.stage() == first && restsOn(step, changedFacts);
            if ((later || same) && state.of(step).progress() != Progress.PENDING) {
                happen(CaseEvent.of(Kind.RESTARTED, step));
            }
        }
    }

    private static boolean restsOn(Step step, Set<String> changedFacts) {
        return step.restartsOn().stream().anyMatch(changedFacts::contains);
    }

    /// Opens what comes next until somebody must act, or closes the case.
    private void goOn() {
        if (state.status() != Status.RUNNING) {
            return;
        }
        Set<Step> included = included(process, state);
        for (List<Step> stage : process.stages()) {
            for (Step step : stage) {
                if (state.of(step).progress() == Progress.PENDING) {
                    open(step, included.contains(step));
                }
            }
            if (!stage.stream().allMatch(step -> state.of(step).over())) {
                return;
            }
        }
        happen(CaseEvent.of(Kind.APPROVED));
    }

    private void open(Step step, boolean included) {
        if (!included) {
            happen(CaseEvent.of(Kind.SKIPPED, step));
            return;
        }
        happen(CaseEvent.of(Kind.OPENED, step));
        if (step.kind() == Step.Kind.INFORM) {
            happen(new CaseEvent(Kind.DONE, step.id(), Outcome.NOTED, null, null));
        }
    }

    private void happen(CaseEvent event) {
        happened.add(event);
        state = state.after(event);
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw KakehashiException.invalid("review.reason.required", Map.of());
        }
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw KakehashiException.changedMeanwhile();
        }
    }
}
