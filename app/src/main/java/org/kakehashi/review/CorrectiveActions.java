package org.kakehashi.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.internal.ActionStore;
import org.kakehashi.review.internal.CaseStore;
import org.kakehashi.review.internal.MeetingStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of corrective actions: what a committee asked somebody to do by a day.
@Service
public class CorrectiveActions {
    private final ActionStore actions;
    private final MeetingStore store;
    private final MeetingRights rights;
    private final CaseStore numbers;
    private final Bodies bodies;
    private final Audit audit;

    CorrectiveActions(
            ActionStore actions,
            MeetingStore store,
            MeetingRights rights,
            CaseStore numbers,
            Bodies bodies,
            Audit audit) {
        this.actions = actions;
        this.store = store;
        this.rights = rights;
        this.numbers = numbers;
        this.bodies = bodies;
        this.audit = audit;
    }

    public List<CorrectiveAction> of(Meeting meeting) {
        return rights.mayRead(bodies.get(meeting.body()))
                ? actions.ofMeeting(meeting.id())
                : List.of();
    }

    public List<CorrectiveAction> of(Body body) {
        return rights.mayRead(body) ? actions.ofBody(body.id()) : List.of();
    }

    /// Asks somebody to do something by a day; they are told.
    @Transactional
    public void ask(UUID meetingId, Bilingual title, UUID owner, LocalDate dueOn) {
        Meeting meeting = store.findLocked(meetingId).orElseThrow(KakehashiException::notFound);
        rights.running(meeting.body());
        if (title.parity() == Bilingual.Parity.NONE || !bodies.people().containsKey(owner)) {
            throw KakehashiException.invalid("review.action.incomplete", Map.of());
        }
        String number = numbers.takeNumber("C", rights.today().getYear());
        actions.add(
                new CorrectiveAction(
                        meetingId,
                        number,
                        meetingId,
                        title,
                        owner,
                        MeetingRights.NOTHING,
                        dueOn,
                        null,
                        null,
                        0));
        rights.tell(
                Set.of(owner),
                "action:" + number,
                Notice.Kind.ACTION,
                title,
                number,
                dueOn,
                "/tasks");
        audit.record("review.action.asked", "meeting", meetingId, Map.of("number", number));
    }

    /// The owner, or who runs the committee, says that it is done.
    @Transactional
    public void finish(UUID actionId, int version, String note) {
        CorrectiveAction action = actions.find(actionId).orElseThrow(KakehashiException::notFound);
        Meeting meeting = store.find(action.meeting()).orElseThrow(KakehashiException::notFound);
        if (!action.owner().equals(CurrentUser.get().id())) {
            rights.running(meeting.body());
        }
        if (action.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        actions.finish(action, rights.today(), note.isBlank() ? null : note.strip());
        audit.record(
                "review.action.done", "meeting", meeting.id(), Map.of("number", action.number()));
    }

    public List<CorrectiveAction> mine() {
        UUID me = CurrentUser.get().id();
        return me == null ? List.of() : actions.openOf(me);
    }
}
