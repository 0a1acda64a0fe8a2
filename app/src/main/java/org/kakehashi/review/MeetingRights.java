package org.kakehashi.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.internal.MeetingStore;
import org.springframework.stereotype.Component;

/// What the doors of meetings have in common: who reads and who runs a meeting, the meeting held
/// against others, and telling people.
@Component
class MeetingRights {
    static final Bilingual NOTHING = new Bilingual(null, null);

    private final MeetingStore store;
    private final Bodies bodies;
    private final Announcements announcements;
    private final Access access;
    private final Clock clock;

    MeetingRights(
            MeetingStore store,
            Bodies bodies,
            Announcements announcements,
            Access access,
            Clock clock) {
        this.store = store;
        this.bodies = bodies;
        this.announcements = announcements;
        this.access = access;
        this.clock = clock;
    }

    /// Office, executives and administrators read every meeting, others those of bodies they sit
    /// in.
    boolean mayRead(Body body) {
        return mayReadAll() || sitsIn(body);
    }

    boolean mayReadAll() {
        return access.may("review.read") && access.reach("review.read") == null;
    }

    private boolean sitsIn(Body body) {
        UUID me = CurrentUser.get().id();
        return me != null
                && bodies.holders(body.id()).stream()
                        .anyMatch(one -> one.user().equals(me) && one.on(today()));
    }

    Meeting get(UUID id) {
        Meeting meeting = store.find(id).orElseThrow(KakehashiException::notFound);
        if (!mayRead(bodies.get(meeting.body()))) {
            throw KakehashiException.notFound();
        }
        return meeting;
    }

    /// The meeting, held against others, for who runs it while it may still change.
    Meeting open(UUID id) {
        Meeting meeting = store.findLocked(id).orElseThrow(KakehashiException::notFound);
        running(meeting.body());
        if (meeting.state() == Meeting.State.CLOSED) {
            throw KakehashiException.invalid("review.minutes.closed", Map.of());
        }
        if (meeting.state() == Meeting.State.CANCELLED) {
            throw KakehashiException.invalid("review.meeting.isCancelled", Map.of());
        }
        return meeting;
    }

    Body running(UUID bodyId) {
        Body body = bodies.get(bodyId);
        if (!body.committee() || !bodies.mayRun(body)) {
            throw KakehashiException.forbidden("review.configure");
        }
        return body;
    }

    /// The voting members on the day of the meeting.
    List<Holder> voting(Meeting meeting) {
        return bodies.holders(meeting.body()).stream()
                .filter(one -> one.voting() && one.on(meeting.heldOn()))
                .toList();
    }

    static AgendaItem item(Meeting meeting, UUID id) {
        return meeting.agenda().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    static void requireVersion(Meeting meeting, int version) {
        if (meeting.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    void tell(
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

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
