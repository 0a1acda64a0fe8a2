package org.kakehashi.review;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.AgendaItem.Result;
import org.kakehashi.review.AgendaItem.Votes;
import org.kakehashi.review.Step.Outcome;
import org.kakehashi.review.internal.CaseStore;
import org.kakehashi.review.internal.DecisionLists;
import org.kakehashi.review.internal.MeetingStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of what committees decide in meetings. What they decide about a case ends the case's
/// step in the same transaction.
@Service
public class Decisions {
    private final MeetingStore store;
    private final DecisionLists lists;
    private final MeetingRights rights;
    private final CaseStore numbers;
    private final Bodies bodies;
    private final ReviewCases cases;
    private final Audit audit;

    Decisions(
            MeetingStore store,
            DecisionLists lists,
            MeetingRights rights,
            CaseStore numbers,
            Bodies bodies,
            ReviewCases cases,
            Audit audit) {
        this.store = store;
        this.lists = lists;
        this.rights = rights;
        this.numbers = numbers;
        this.bodies = bodies;
        this.cases = cases;
        this.audit = audit;
    }

    /// The committees whose decisions the person acting reads.
    public List<Body> readable() {
        return bodies.list().stream()
                .filter(body -> body.committee() && rights.mayRead(body))
                .toList();
    }

    /// How many decisions have all these words, of one committee or of all the person acting reads.
    public int count(String text, @Nullable UUID body) {
        return lists.count(lists.where(among(body), text));
    }

    /// The newest first.
    public List<DecisionLine> list(String text, @Nullable UUID body, long offset, int limit) {
        return lists.list(lists.where(among(body), text), offset, limit);
    }

    private List<UUID> among(@Nullable UUID body) {
        return readable().stream()
                .map(Body::id)
                .filter(id -> body == null || id.equals(body))
                .toList();
    }

    /// Records what was decided about an item: with a quorum, by the votes the committee's rule
    /// asks for. About a case, its step ends with it.
    @Transactional
    public void decide(
            UUID meetingId,
            UUID itemId,
            int version,
            Result result,
            Votes votes,
            Set<UUID> noted,
            Bilingual decision) {
        Meeting meeting = rights.open(meetingId);
        AgendaItem item = MeetingRights.item(meeting, itemId);
        // what somebody declared themselves is never left out
        Set<UUID> conflicts = new HashSet<>(noted);
        conflicts.addAll(item.conflicts());
        if (item.version() != version || item.result() != null) {
            throw KakehashiException.changedMeanwhile();
        }
        if (result != Result.DEFERRED && result != Result.NOTED) {
            requireValid(meeting, result, votes, conflicts);
        }
        String number =
                result == Result.DEFERRED
                        ? null
                        : numbers.takeNumber("D", meeting.heldOn().getYear());
        store.decide(
                new AgendaItem(
                        itemId,
                        meetingId,
                        item.caseId(),
                        item.stepId(),
                        item.title(),
                        item.papers(),
                        result,
                        number,
                        votes,
                        decision,
                        conflicts,
                        version));
        passOn(item, result, decision, meeting, number);
        audit.record(
                "review.meeting.decided",
                "meeting",
                meetingId,
                Map.of("number", number == null ? meeting.number() : number));
    }

    /// The person acting, a member, says that an item concerns them (利益相反の申告), or takes it back.
    @Transactional
    public void declare(UUID meetingId, UUID itemId, boolean conflict) {
        UUID me = CurrentUser.get().id();
        Meeting meeting = store.findLocked(meetingId).orElseThrow(KakehashiException::notFound);
        boolean member =
                bodies.holders(meeting.body()).stream()
                        .anyMatch(one -> one.user().equals(me) && one.on(meeting.heldOn()));
        if (me == null || !member) {
            throw KakehashiException.notFound();
        }
        AgendaItem item = MeetingRights.item(meeting, itemId);
        if (item.result() != null || meeting.state() == Meeting.State.CANCELLED) {
            throw KakehashiException.invalid("review.conflict.late", Map.of());
        }
        store.conflict(itemId, me, conflict);
        audit.record(
                conflict ? "review.conflict.declared" : "review.conflict.takenBack",
                "meeting",
                meetingId,
                Map.of("number", meeting.number()));
    }

    private void passOn(
            AgendaItem item,
            Result result,
            Bilingual decision,
            Meeting meeting,
            @Nullable String number) {
        UUID caseId = item.caseId();
        UUID stepId = item.stepId();
        if (caseId == null || stepId == null || result == Result.DEFERRED) {
            return;
        }
        Step step = numbers.find(caseId).orElseThrow().process().step(stepId).orElseThrow();
        String words = decision.ja() == null ? String.valueOf(decision.en()) : decision.ja();
        boolean said = decision.parity() != Bilingual.Parity.NONE;
        String comment =
                meeting.number()
                        + (number == null ? "" : " / " + number)
                        + (said ? " " + words : "");
        cases.endByMeeting(caseId, stepId, outcome(step, result), comment);
    }

    /// What a result means for a step; null returns the case.
    private static @Nullable Outcome outcome(Step step, Result result) {
        boolean decides = step.kind() == Step.Kind.DECIDE;
        return switch (result) {
            case RETURNED -> null;
            case REJECTED -> decides ? Outcome.REJECTED : Outcome.CONCERNS;
            case APPROVED, NOTED ->
                    decides
                            ? Outcome.APPROVED
                            : step.kind() == Step.Kind.SIGN ? Outcome.SIGNED : Outcome.FAVOURABLE;
            case DEFERRED -> throw new IllegalArgumentException("deferred");
        };
    }

    private void requireValid(Meeting meeting, Result result, Votes votes, Set<UUID> conflicts) {
        Body body = bodies.get(meeting.body());
        List<Holder> voting =
                rights.voting(meeting).stream()
                        .filter(one -> !conflicts.contains(one.user()))
                        .toList();
        int present =
                (int) voting.stream().filter(one -> meeting.present().contains(one.user())).count();
        if (!MeetingRules.quorate(body.quorum(), voting.size(), present)) {
            throw KakehashiException.invalid(
                    "review.meeting.noQuorum",
                    Map.of(
                            "present",
                            present,
                            "needed",
                            MeetingRules.needed(body.quorum(), voting.size())));
        }
        if (!votes.consensus() && (votes.given() > present || votes.given() == 0)) {
            throw KakehashiException.invalid("review.meeting.votes", Map.of("n", present));
        }
        if (result == Result.APPROVED && !MeetingRules.carried(body.decidesBy(), votes)) {
            throw KakehashiException.invalid("review.meeting.notCarried", Map.of());
        }
    }
}
