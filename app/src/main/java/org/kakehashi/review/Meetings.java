package org.kakehashi.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.AgendaItem.Votes;
import org.kakehashi.review.internal.CaseLists;
import org.kakehashi.review.internal.CaseStore;
import org.kakehashi.review.internal.MeetingStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of meetings: called, moved, cancelled, their agenda and who was there. A committee's
/// chair, deputy and secretary run them. What is decided goes through [Decisions], what is written
/// about it through [Minutes].
@Service
public class Meetings {
    /// When and where.
    ///
    /// @param online an https address to join it, null if there is none
    public record Plan(
            LocalDate on,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            Bilingual place,
            @Nullable String online) {}

    private final MeetingStore store;
    private final MeetingRights rights;
    private final CaseStore numbers;
    private final CaseLists lists;
    private final Bodies bodies;
    private final Documents documents;
    private final Audit audit;

    Meetings(
            MeetingStore store,
            MeetingRights rights,
            CaseStore numbers,
            CaseLists lists,
            Bodies bodies,
            Documents documents,
            Audit audit) {
        this.store = store;
        this.rights = rights;
        this.numbers = numbers;
        this.lists = lists;
        this.bodies = bodies;
        this.documents = documents;
        this.audit = audit;
    }

    public boolean mayRead(Body body) {
        return rights.mayRead(body);
    }

    public Meeting get(UUID id) {
        return rights.get(id);
    }

    /// The voting members on the day of the meeting.
    public List<Holder> voting(Meeting meeting) {
        return rights.voting(meeting);
    }

    /// How many members with a vote must be there, not counting those with a conflict.
    public int needed(Meeting meeting, Set<UUID> conflicts) {
        long voting =
                voting(meeting).stream().filter(one -> !conflicts.contains(one.user())).count();
        return MeetingRules.needed(bodies.get(meeting.body()).quorum(), (int) voting);
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

    /// The case that an item of a meeting one reads is about.
    public Optional<ReviewCase> caseOf(Meeting meeting, AgendaItem item) {
        UUID caseId = item.caseId();
        return caseId == null || !mayRead(bodies.get(meeting.body()))
                ? Optional.empty()
                : numbers.find(caseId);
    }

    /// Calls a meeting; its members are told.
    @Transactional
    public UUID call(
            UUID bodyId,
            LocalDate on,
            @Nullable LocalTime starts,
            Bilingual place,
            @Nullable String online) {
        return call(bodyId, new Plan(on, starts, null, place, online));
    }

    @Transactional
    public UUID call(UUID bodyId, Plan plan) {
        Body body = rights.running(bodyId);
        requireSound(plan);
        String number = numbers.takeNumber("M", plan.on().getYear());
        UUID id = store.insert(bodyId, number, plan);
        tell(body, id, number, plan, "meeting:" + id, Notice.Kind.MEETING);
        audit.record("review.meeting.called", "meeting", id, Map.of("number", number));
        return id;
    }

    /// Moves a meeting that has not been held; its members are told.
    @Transactional
    public void change(UUID id, int version, Plan plan) {
        Meeting meeting = rights.open(id);
        MeetingRights.requireVersion(meeting, version);
        requireSound(plan);
        store.plan(meeting, plan);
        tell(
                bodies.get(meeting.body()),
                id,
                meeting.number(),
                plan,
                "meeting:" + id + ":" + version,
                Notice.Kind.MEETING_MOVED);
        audit.record("review.meeting.moved", "meeting", id, Map.of("number", meeting.number()));
    }

    /// Cancels a meeting at which nothing was decided; its members are told, and the cases on its
    /// agenda wait for another one.
    @Transactional
    public void cancel(UUID id, int version) {
        Meeting meeting = rights.open(id);
        MeetingRights.requireVersion(meeting, version);
        if (meeting.state() != Meeting.State.PLANNED
                || meeting.agenda().stream().anyMatch(item -> item.result() != null)) {
            throw KakehashiException.invalid("review.meeting.wasHeld", Map.of());
        }
        store.cancel(meeting);
        tell(
                bodies.get(meeting.body()),
                id,
                meeting.number(),
                new Plan(meeting.heldOn(), meeting.starts(), meeting.ends(), meeting.place(), null),
                "meeting:" + id + ":cancelled",
                Notice.Kind.MEETING_CANCELLED);
        audit.record("review.meeting.cancelled", "meeting", id, Map.of("number", meeting.number()));
    }

    private static void requireSound(Plan plan) {
        String online = plan.online();
        if (online != null && !online.matches("https://[^\\s<>\"]{3,500}")) {
            throw KakehashiException.invalid("review.meeting.online.form", Map.of());
        }
        LocalTime starts = plan.starts();
        LocalTime ends = plan.ends();
        if (ends != null && (starts == null || !starts.isBefore(ends))) {
            throw KakehashiException.invalid("review.meeting.times", Map.of());
        }
    }

    private void tell(Body body, UUID id, String number, Plan plan, String key, Notice.Kind kind) {
        Set<UUID> members =
                bodies.holders(body.id()).stream()
                        .filter(one -> one.on(plan.on()))
                        .map(Holder::user)
                        .collect(Collectors.toSet());
        rights.tell(members, key, kind, body.name(), number, plan.on(), "/meetings/" + id);
    }

    /// Puts a waiting case on the agenda.
    @Transactional
    public void addCase(UUID meetingId, UUID caseId) {
        Meeting meeting = rights.open(meetingId);
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
        Meeting meeting = rights.open(meetingId);
        if (title.parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("review.matter.titleNeeded", Map.of());
        }
        store.addItem(item(meeting, null, null, title, papers));
        audit.record("review.agenda.added", "meeting", meetingId, Map.of());
    }

    @Transactional
    public void removeItem(UUID meetingId, UUID itemId) {
        Meeting meeting = rights.open(meetingId);
        if (!documents.of(MeetingPapers.KIND, itemId).isEmpty()) {
            throw KakehashiException.invalid("review.papers.kept", Map.of());
        }
        store.removeItem(MeetingRights.item(meeting, itemId).id());
        audit.record("review.agenda.removed", "meeting", meetingId, Map.of());
    }

    /// Who of the members was there.
    @Transactional
    public void attend(UUID meetingId, Set<UUID> present) {
        Meeting meeting = rights.open(meetingId);
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
                MeetingRights.NOTHING,
                Set.of(),
                0);
    }
}
