package org.kakehashi.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.ReviewSubject.Decision;
import org.kakehashi.review.ReviewSubject.Subject;
import org.kakehashi.review.Step.Outcome;
import org.kakehashi.review.internal.CaseLists;
import org.kakehashi.review.internal.CaseStore;
import org.kakehashi.review.internal.CaseStore.Act;
import org.kakehashi.review.internal.ProcessStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of cases: put to review, acted on, followed. Who may act on a step is who holds its
/// body ([Bodies#actors]); two people who act on the same state of a case cannot both win.
@Service
public class ReviewCases {
    private static final int LONGEST_COMMENT = 4000;

    private final CaseStore store;
    private final CaseLists lists;
    private final ProcessStore processes;
    private final Bodies bodies;
    private final Announcements announcements;
    private final Subjects subjects;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ReviewCases(
            CaseStore store,
            CaseLists lists,
            ProcessStore processes,
            Bodies bodies,
            Announcements announcements,
            Subjects subjects,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.processes = processes;
        this.bodies = bodies;
        this.announcements = announcements;
        this.subjects = subjects;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public ReviewCase get(UUID id) {
        if (!lists.mayRead(id)) {
            throw KakehashiException.notFound();
        }
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    public int count(CaseFilter filter) {
        return lists.count(filter);
    }

    public List<CaseLine> list(CaseFilter filter, long offset, int limit) {
        return lists.list(filter, offset, limit);
    }

    /// The latest case about a subject, if the person acting may read it.
    public Optional<ReviewCase> about(String kind, UUID subject) {
        return store.findBySubject(kind, subject).filter(one -> lists.mayRead(one.id()));
    }

    /// How long cases of this process took that were decided, in days.
    public Durations durations(ReviewProcess process) {
        return lists.durations(process.code());
    }

    public Map<UUID, Answer> answers(UUID caseId) {
        return store.answers(caseId);
    }

    /// Who may end this step of the case today.
    public List<Actor> holders(ReviewCase one, Step step) {
        return bodies.actors(step, one.units());
    }

    /// As whom the person acting may end this step: themselves, or instead of somebody.
    public Optional<Actor> actor(ReviewCase one, Step step) {
        UUID me = CurrentUser.get().id();
        return !access.may("review.act") || me == null
                ? Optional.empty()
                : holders(one, step).stream().filter(actor -> actor.user().equals(me)).findFirst();
    }

    public boolean mayWithdraw(ReviewCase one) {
        UUID me = CurrentUser.get().id();
        return !one.state().status().over()
                && me != null
                && (me.equals(one.proposer()) || mayPropose(one));
    }

    public boolean mayResubmit(ReviewCase one) {
        return one.state().status() == CaseState.Status.RETURNED && mayPropose(one);
    }

    /// Puts a subject to review by this process.
    @Transactional
    public UUID propose(
            String kind, UUID subjectId, UUID processId, boolean fast, @Nullable String comment) {
        access.require("review.propose");
        ReviewSubject subjectKind = subjects.of(kind);
        if (!subjectKind.mayPropose(subjectId)) {
            throw KakehashiException.forbidden("review.propose");
        }
        Subject subject = subjectKind.get(subjectId);
        ReviewProcess process = processes.find(processId).orElseThrow(KakehashiException::notFound);
        if (process.state() != ReviewProcess.State.PUBLISHED
                || !process.suits(kind, subject.facts())) {
            throw KakehashiException.invalid("review.process.notForThis", Map.of());
        }
        store.findBySubject(kind, subjectId)
                .filter(open -> !open.state().status().over())
                .ifPresent(open -> {
                    throw KakehashiException.invalid(
                            "review.alreadyOpen", Map.of("number", open.number()));
                });
        List<CaseEvent> events = Course.propose(process, subject.facts(), fast);
        Act act = act(null);
        ReviewCase created =
                store.insert(process, kind, subjectId, subject.title(), subject.units(), act);
        if (comment != null && !comment.isBlank()) {
            events = withComment(events, comment);
        }
        happen(created, events, act, "review.case.proposed");
        return created.id();
    }

    /// Ends a step, or with no outcome returns the case to its proposer.
    ///
    /// @param version what the person saw when they decided
    /// @param answers to the checklist of the step
    @Transactional
    public void act(
            UUID caseId,
            int version,
            UUID stepId,
            @Nullable Outcome outcome,
            String comment,
            Map<UUID, Answer> answers) {
        access.require("review.act");
        ReviewCase one = locked(caseId, version);
        Step step = one.process().step(stepId).orElseThrow(KakehashiException::notFound);
        Actor actor =
                actor(one, step).orElseThrow(() -> KakehashiException.forbidden("review.act"));
        end(one, step, outcome, tidy(comment), answers, act(actor.insteadOf()));
    }

    /// Ends a step with what the body decided in a meeting; the room's own doors call it after
    /// checking who runs the meeting.
    void endByMeeting(UUID caseId, UUID stepId, @Nullable Outcome outcome, String comment) {
        ReviewCase one = store.findLocked(caseId).orElseThrow(KakehashiException::notFound);
        Step step = one.process().step(stepId).orElseThrow(KakehashiException::notFound);
        Map<UUID, Answer> answers = new HashMap<>();
        step.checks().forEach(check -> answers.put(check.id(), new Answer(true, comment)));
        end(one, step, outcome, tidy(comment), answers, act(null));
    }

    private void end(
            ReviewCase one,
            Step step,
            @Nullable Outcome outcome,
            String comment,
            Map<UUID, Answer> answers,
            Act act) {
        if (outcome == null) {
            happen(
                    one,
                    Course.sendBack(one.process(), one.state(), step, comment),
                    act,
                    "review.case.returned");
            return;
        }
        requireExplained(outcome, comment);
        if (outcome != Outcome.REJECTED && outcome != Outcome.CONCERNS) {
            requireChecked(step, answers);
        }
        List<CaseEvent> events =
                Course.end(
                        one.process(),
                        one.state(),
                        step,
                        outcome,
                        comment.isEmpty() ? null : comment);
        Map<UUID, Answer> ofStep = new HashMap<>(answers);
        ofStep.keySet().retainAll(step.checks().stream().map(Step.Check::id).toList());
        store.answer(one.id(), ofStep, act);
        happen(one, events, act, "review.case.acted");
    }

    @Transactional
    public void resubmit(UUID caseId, int version, String comment) {
        ReviewCase one = locked(caseId, version);
        if (!mayResubmit(one)) {
            throw KakehashiException.forbidden("review.propose");
        }
        Subject subject = subjects.of(one.subjectKind()).get(one.subjectId());
        String tidy = tidy(comment);
        List<CaseEvent> events =
                Course.resubmit(
                        one.process(), one.state(), subject.facts(), tidy.isEmpty() ? null : tidy);
        store.describe(one, subject.title(), subject.units());
        happen(one, events, act(null), "review.case.resubmitted");
    }

    @Transactional
    public void withdraw(UUID caseId, int version, String reason) {
        ReviewCase one = locked(caseId, version);
        if (!mayWithdraw(one)) {
            throw KakehashiException.forbidden("review.propose");
        }
        happen(one, Course.withdraw(one.state(), tidy(reason)), act(null), "review.case.withdrawn");
    }

    /// A room says that a subject is no longer to be decided on: its open case is withdrawn. In the
    /// transaction of the change; the room has checked who may.
    @Transactional
    public void subjectWithdrawn(String kind, UUID subjectId, String reason) {
        store.findBySubject(kind, subjectId)
                .filter(one -> !one.state().status().over())
                .flatMap(one -> store.findLocked(one.id()))
                .ifPresent(one ->
                        happen(
                                one,
                                Course.withdraw(one.state(), tidy(reason)),
                                act(null),
                                "review.case.withdrawn"));
    }

    /// A room says that a subject changed: an open case takes the new facts, and steps that rest on
    /// what changed are done again. In the transaction of the change.
    @Transactional
    public void subjectChanged(String kind, UUID subjectId) {
        Optional<UUID> open =
                store.findBySubject(kind, subjectId)
                        .filter(one -> !one.state().status().over())
                        .map(ReviewCase::id);
        if (open.isEmpty()) {
            return;
        }
        ReviewCase one = store.findLocked(open.get()).orElseThrow(KakehashiException::notFound);
        Subject subject = subjects.of(kind).get(subjectId);
        store.describe(one, subject.title(), subject.units());
        List<CaseEvent> events = Course.changeFacts(one.process(), one.state(), subject.facts());
        if (!events.isEmpty()) {
            happen(one, events, act(null), "review.case.factsChanged");
        }
    }

    private void happen(ReviewCase one, List<CaseEvent> events, Act act, String audited) {
        ReviewCase after = store.append(one, events, act);
        announcements.announce(after, events, one.version(), act.at());
        Map<String, Object> details = new HashMap<>(Map.of("number", one.number()));
        if (act.insteadOf() != null) {
            // a deputy's act is told as one: the entry names who acted, this for whom
            details.put("insteadOf", act.insteadOf().toString());
        }
        audit.record(audited, "case", one.id(), details);
        CurrentUser.SYSTEM.run(() -> tellRoom(one, after, events, act));
    }

    /// The room that owns the subject hears what happened, in the same transaction.
    private void tellRoom(ReviewCase before, ReviewCase one, List<CaseEvent> events, Act act) {
        ReviewSubject subject = subjects.of(one.subjectKind());
        for (CaseEvent event : events) {
            UUID step = event.step();
            if (event.kind() == CaseEvent.Kind.DONE && step != null) {
                subject.stepEnded(
                        one.subjectId(),
                        new ReviewSubject.StepEnd(
                                one.id(),
                                one.number(),
                                one.process().step(step).orElseThrow(),
                                event.outcome(),
                                act.at(),
                                act.actor(),
                                act.insteadOf()));
            }
        }
        CaseState.Status status = one.state().status();
        if (before.events().isEmpty() || before.state().status() != status) {
            subject.moved(one.subjectId(), new ReviewSubject.Move(one.id(), one.number(), status));
        }
        if (status == CaseState.Status.APPROVED || status == CaseState.Status.REJECTED) {
            subject.decided(
                    one.subjectId(),
                    new Decision(one.id(), one.number(), status == CaseState.Status.APPROVED));
        }
    }

    private ReviewCase locked(UUID id, int version) {
        get(id);
        ReviewCase one = store.findLocked(id).orElseThrow(KakehashiException::notFound);
        if (one.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        return one;
    }

    private boolean mayPropose(ReviewCase one) {
        return access.may("review.propose")
                && subjects.of(one.subjectKind()).mayPropose(one.subjectId());
    }

    private static void requireExplained(Outcome outcome, String comment) {
        boolean needsWords = outcome == Outcome.REJECTED || outcome == Outcome.CONCERNS;
        if (needsWords && comment.isEmpty()) {
            throw KakehashiException.invalid("review.reason.required", Map.of());
        }
    }

    private static void requireChecked(Step step, Map<UUID, Answer> answers) {
        for (Step.Check check : step.checks()) {
            Answer answer = answers.get(check.id());
            if (answer == null || !answer.done()) {
                throw KakehashiException.invalid("review.check.required", Map.of());
            }
            String evidence = answer.evidence();
            if (check.evidence() && (evidence == null || evidence.isBlank())) {
                throw KakehashiException.invalid("review.check.evidenceRequired", Map.of());
            }
        }
    }

    private static List<CaseEvent> withComment(List<CaseEvent> events, String comment) {
        CaseEvent first = events.getFirst();
        List<CaseEvent> changed = new java.util.ArrayList<>(events);
        changed.set(
                0,
                new CaseEvent(
                        first.kind(), first.step(), first.outcome(), tidy(comment), first.facts()));
        return changed;
    }

    private static String tidy(String comment) {
        String tidy = comment.strip();
        if (tidy.length() > LONGEST_COMMENT) {
            throw KakehashiException.invalid(
                    "review.comment.tooLong", Map.of("n", LONGEST_COMMENT));
        }
        return tidy;
    }

    private Act act(@Nullable UUID insteadOf) {
        return new Act(OffsetDateTime.now(clock), CurrentUser.get().id(), insteadOf);
    }
}
