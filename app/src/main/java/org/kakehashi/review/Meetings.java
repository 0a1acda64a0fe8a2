package org.kakehashi.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.AgendaItem.Result;
import org.kakehashi.review.AgendaItem.Votes;
import org.kakehashi.review.Step.Outcome;
import org.kakehashi.review.internal.CaseLists;
import org.kakehashi.review.internal.CaseStore;
import org.kakehashi.review.internal.MeetingStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of meetings. A committee's chair, deputy and secretary run them; what it decides about
/// a case ends the case's step in the same transaction.
@Service
public class Meetings {
    private static final Bilingual NOTHING = new Bilingual(null, null);

    private final MeetingStore store;
    private final CaseStore numbers;
    private final CaseLists lists;
    private final Bodies bodies;
    private final ReviewCases cases;
    private final Announcements announcements;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Meetings(
            MeetingStore store,
            CaseStore numbers,
            CaseLists lists,
            Bodies bodies,
            ReviewCases cases,
            Announcements announcements,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.lists = lists;
        this.bodies = bodies;
        this.cases = cases;
        this.announcements = announcements;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Office, executives and administrators read every meeting, others those of bodies they sit
    /// in.
    public boolean mayRead(Body body) {
        UUID me = CurrentUser.get().id();
        boolean everywhere = access.may("review.read") && access.reach("review.read") == null;
        return everywhere
                || me != null
                        && bodies.holders(body.id()).stream()
                                .anyMatch(one -> one.user().equals(me) && one.on(today()));
    }

    public Meeting get(UUID id) {
        Meeting meeting = store.find(id).orElseThrow(KakehashiException::notFound);
        if (!mayRead(bodies.get(meeting.body()))) {
            throw KakehashiException.notFound();
        }
        return meeting;
    }

    public List<Meeting> of(Body body) {
        return mayRead(body) ? store.of(body.id()) : List.of();
    }

    /// The cases that wait for this committee and stand on no agenda yet, oldest first.
    public List<ReviewCase> waiting(Body body) {
        if (!mayRead(body)) {
            return List.of();
        }
        return lists.waitingAt(body.id()).stream()
                .filter(id -> !store.onAgenda(id))
                .flatMap(id -> numbers.find(id).stream())
                .toList();
    }

    public List<CorrectiveAction> actions(Meeting meeting) {
        return store.actionsOfMeeting(meeting.id());
    }

    public List<CorrectiveAction> actions(Body body) {
        return mayRead(body) ? store.actionsOfBody(body.id()) : List.of();
    }

    /// The voting members on the day of the meeting.
    public List<Holder> voting(Meeting meeting) {
        return bodies.holders(meeting.body()).stream()
                .filter(one -> one.voting() && one.on(meeting.heldOn()))
                .toList();
    }

    /// How many members with a vote must be there, not counting those with a conflict.
    public int needed(Meeting meeting, Set<UUID> conflicts) {
        long voting =
                voting(meeting).stream().filter(one -> !conflicts.contains(one.user())).count();
        return MeetingRules.needed(bodies.get(meeting.body()).quorum(), (int) voting);
    }

    /// Calls a meeting; its members are told.
    @Transactional
    public UUID call(
            UUID bodyId,
            LocalDate on,
            @Nullable LocalTime starts,
            Bilingual place,
            @Nullable String online) {
        Body body = running(bodyId);
        if (online != null && !online.matches("https://[^\\s<>\"]{3,500}")) {
            throw KakehashiException.invalid("review.meeting.online.form", Map.of());
        }
        String number = numbers.takeNumber("M", on.getYear());
        UUID id =
                store.insert(
                        new Meeting(
                                bodyId,
                                bodyId,
                                number,
                                on,
                                starts,
                                place,
                                online,
                                Meeting.State.PLANNED,
                                NOTHING,
                                null,
                                Set.of(),
                                List.of(),
                                0));
        Set<UUID> members =
                bodies.holders(bodyId).stream()
                        .filter(one -> one.on(on))
                        .map(Holder::user)
                        .collect(Collectors.toSet());
        tell(
                members,
                "meeting:" + id,
                Notice.Kind.MEETING,
                body.name(),
                number,
                on,
                "/meetings/" + id);
        audit.record("review.meeting.called", "meeting", id, Map.of("number", number));
        return id;
    }

    /// Puts a waiting case on the agenda.
    @Transactional
    public void addCase(UUID meetingId, UUID caseId) {
        Meeting meeting = open(meetingId);
        ReviewCase one = numbers.find(caseId).orElseThrow(KakehashiException::notFound);
        Step step =
                one.openSteps().stream()
                        .filter(open -> open.body().equals(meeting.body()))
                        .findFirst()
                        .orElseThrow(KakehashiException::changedMeanwhile);
        if (store.onAgenda(caseId)) {
            throw KakehashiException.changedMeanwhile();
        }
        store.addItem(item(meeting, caseId, step.id(), one.title(), ""));
        audit.record("review.agenda.added", "meeting", meetingId, Map.of("number", one.number()));
    }

    /// Puts anything else on the agenda.
    @Transactional
    public void addItem(UUID meetingId, Bilingual title, String papers) {
        Meeting meeting = open(meetingId);
        if (title.parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("review.matter.titleNeeded", Map.of());
        }
        store.addItem(item(meeting, null, null, title, papers));
        audit.record("review.agenda.added", "meeting", meetingId, Map.of());
    }

    @Transactional
    public void removeItem(UUID meetingId, UUID itemId) {
        Meeting meeting = open(meetingId);
        store.removeItem(item(meeting, itemId).id());
        audit.record("review.agenda.removed", "meeting", meetingId, Map.of());
    }

    /// Who of the members was there.
    @Transactional
    public void attend(UUID meetingId, Set<UUID> present) {
        Meeting meeting = open(meetingId);
        Set<UUID> members =
                bodies.holders(meeting.body()).stream()
                        .filter(one -> one.on(meeting.heldOn()))
                        .map(Holder::user)
                        .collect(Collectors.toSet());
        Set<UUID> there = new HashSet<>(present);
        there.retainAll(members);
        store.attendance(meetingId, there);
        audit.record("review.meeting.attendance", "meeting", meetingId, Map.of());
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
            Set<UUID> conflicts,
            Bilingual decision) {
        Meeting meeting = open(meetingId);
        AgendaItem item = item(meeting, itemId);
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
                voting(meeting).stream().filter(one -> !conflicts.contains(one.user())).toList();
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

    /// Drafts the minutes from attendance and decisions, in both languages; what was written there
    /// before is replaced.
    @Transactional
    public void draft(UUID meetingId, int version) {
        Meeting meeting = open(meetingId);
        requireVersion(meeting, version);
        Body body = bodies.get(meeting.body());
        Map<UUID, Bilingual> names = bodies.names(meeting.present());
        store.minutes(
                meeting,
                MinutesDraft.of(meeting, body, names, store.actionsOfMeeting(meetingId)),
                Meeting.State.HELD,
                null,
                null);
        audit.record("review.minutes.drafted", "meeting", meetingId, Map.of());
    }

    @Transactional
    public void write(UUID meetingId, int version, Bilingual minutes) {
        Meeting meeting = open(meetingId);
        requireVersion(meeting, version);
        store.minutes(meeting, minutes, Meeting.State.HELD, null, null);
        audit.record("review.minutes.written", "meeting", meetingId, Map.of());
    }

    /// Approves the minutes: nothing about the meeting changes afterwards.
    @Transactional
    public void approve(UUID meetingId, int version) {
        Meeting meeting = open(meetingId);
        requireVersion(meeting, version);
        if (meeting.minutes().parity() != Bilingual.Parity.BOTH) {
            throw KakehashiException.invalid("review.minutes.both", Map.of());
        }
        store.minutes(
                meeting, meeting.minutes(), Meeting.State.CLOSED, today(), CurrentUser.get().id());
        audit.record("review.minutes.approved", "meeting", meetingId, Map.of());
    }

    /// Asks somebody to do something by a day; they are told.
    @Transactional
    public void ask(UUID meetingId, Bilingual title, UUID owner, LocalDate dueOn) {
        Meeting meeting = store.findLocked(meetingId).orElseThrow(KakehashiException::notFound);
        running(meeting.body());
        if (title.parity() == Bilingual.Parity.NONE || !bodies.people().containsKey(owner)) {
            throw KakehashiException.invalid("review.action.incomplete", Map.of());
        }
        String number = numbers.takeNumber("C", today().getYear());
        store.addAction(
                new CorrectiveAction(
                        meetingId, number, meetingId, title, owner, NOTHING, dueOn, null, null, 0));
        tell(Set.of(owner), "action:" + number, Notice.Kind.ACTION, title, number, dueOn, "/tasks");
        audit.record("review.action.asked", "meeting", meetingId, Map.of("number", number));
    }

    /// The owner, or who runs the committee, says that it is done.
    @Transactional
    public void finish(UUID actionId, int version, String note) {
        CorrectiveAction action =
                store.findAction(actionId).orElseThrow(KakehashiException::notFound);
        Meeting meeting = store.find(action.meeting()).orElseThrow(KakehashiException::notFound);
        if (!action.owner().equals(CurrentUser.get().id())) {
            running(meeting.body());
        }
        if (action.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        store.finishAction(action, today(), note.isBlank() ? null : note.strip());
        audit.record(
                "review.action.done", "meeting", meeting.id(), Map.of("number", action.number()));
    }

    public List<CorrectiveAction> myActions() {
        UUID me = CurrentUser.get().id();
        return me == null ? List.of() : store.openActionsOf(me);
    }

    private void tell(
            Set<UUID> users,
            String key,
            Notice.Kind kind,
            Bilingual title,
            String number,
            LocalDate day,
            String href) {
        announcements.tell(
                users,
                new Notice(
                        new UUID(0, 0),
                        key,
                        kind,
                        title,
                        NOTHING,
                        number,
                        day,
                        href,
                        OffsetDateTime.now(clock),
                        false));
    }

    private Meeting open(UUID id) {
        Meeting meeting = store.findLocked(id).orElseThrow(KakehashiException::notFound);
        running(meeting.body());
        if (meeting.state() == Meeting.State.CLOSED) {
            throw KakehashiException.invalid("review.minutes.closed", Map.of());
        }
        return meeting;
    }

    private Body running(UUID bodyId) {
        Body body = bodies.get(bodyId);
        if (!body.committee() || !bodies.mayRun(body)) {
            throw KakehashiException.forbidden("review.configure");
        }
        return body;
    }

    private static AgendaItem item(Meeting meeting, UUID id) {
        return meeting.agenda().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    private static AgendaItem item(
            Meeting meeting,
            @Nullable UUID caseId,
            @Nullable UUID stepId,
            Bilingual title,
            String papers) {
        return new AgendaItem(
                meeting.id(),
                meeting.id(),
                caseId,
                stepId,
                title,
                papers,
                null,
                null,
                Votes.NONE,
                NOTHING,
                Set.of(),
                0);
    }

    private static void requireVersion(Meeting meeting, int version) {
        if (meeting.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
