package org.kakehashi.review;

import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.internal.ActionStore;
import org.kakehashi.review.internal.MeetingStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of minutes: drafted from what was decided, edited, approved.
@Service
public class Minutes {
    private final MeetingStore store;
    private final ActionStore actions;
    private final MeetingRights rights;
    private final Bodies bodies;
    private final Audit audit;

    Minutes(
            MeetingStore store,
            ActionStore actions,
            MeetingRights rights,
            Bodies bodies,
            Audit audit) {
        this.store = store;
        this.actions = actions;
        this.rights = rights;
        this.bodies = bodies;
        this.audit = audit;
    }

    /// Drafts the minutes from attendance and decisions, in both languages; what was written there
    /// before is replaced.
    @Transactional
    public void draft(UUID meetingId, int version) {
        Meeting meeting = rights.open(meetingId);
        MeetingRights.requireVersion(meeting, version);
        Body body = bodies.get(meeting.body());
        Map<UUID, Bilingual> names = bodies.names(meeting.present());
        store.minutes(
                meeting,
                MinutesDraft.of(meeting, body, names, actions.ofMeeting(meetingId)),
                Meeting.State.HELD,
                null,
                null);
        audit.record("review.minutes.drafted", "meeting", meetingId, Map.of());
    }

    @Transactional
    public void write(UUID meetingId, int version, Bilingual minutes) {
        Meeting meeting = rights.open(meetingId);
        MeetingRights.requireVersion(meeting, version);
        store.minutes(meeting, minutes, Meeting.State.HELD, null, null);
        audit.record("review.minutes.written", "meeting", meetingId, Map.of());
    }

    /// Approves the minutes: nothing about the meeting changes afterwards.
    @Transactional
    public void approve(UUID meetingId, int version) {
        Meeting meeting = rights.open(meetingId);
        MeetingRights.requireVersion(meeting, version);
        if (meeting.minutes().parity() != Bilingual.Parity.BOTH) {
            throw KakehashiException.invalid("review.minutes.both", Map.of());
        }
        store.minutes(
                meeting,
                meeting.minutes(),
                Meeting.State.CLOSED,
                rights.today(),
                CurrentUser.get().id());
        audit.record("review.minutes.approved", "meeting", meetingId, Map.of());
    }
}
