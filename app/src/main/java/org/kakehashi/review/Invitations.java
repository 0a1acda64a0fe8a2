package org.kakehashi.review;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Mails;
import org.kakehashi.review.internal.BodyStore;
import org.kakehashi.review.internal.MeetingStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What a mail about a meeting carries for the reader's calendar: the meeting as it stands when the
/// mail is written. Its UID is that of the calendars one subscribes to, its SEQUENCE the version,
/// so that what comes later replaces what came before.
@Component
class Invitations {
    private static final String MEETING = "/meetings/";

    private final MeetingStore meetings;
    private final BodyStore bodies;
    private final Mails mails;
    private final Clock clock;
    private final String address;

    Invitations(
            MeetingStore meetings,
            BodyStore bodies,
            Mails mails,
            Clock clock,
            @Value("${kakehashi.address:}") String address) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.mails = mails;
        this.clock = clock;
        this.address = address;
    }

    /// Is this notice an invitation, a change of one or a cancellation?
    static boolean is(Notice notice) {
        return switch (notice.kind()) {
            case MEETING, MEETING_MOVED, MEETING_CANCELLED -> true;
            case WAITS,
                    INFORMED,
                    RETURNED,
                    APPROVED,
                    REJECTED,
                    WITHDRAWN,
                    REMINDER,
                    OVERDUE,
                    ACTION ->
                    false;
        };
    }

    /// iCalendar text for this reader; null where the notice is about no meeting.
    @Nullable String of(Notice notice, String reader, Locale locale) {
        if (!is(notice) || !notice.href().startsWith(MEETING)) {
            return null;
        }
        Optional<Meeting> found =
                meetings.find(UUID.fromString(notice.href().substring(MEETING.length())));
        return found.map(meeting -> text(meeting, reader, locale)).orElse(null);
    }

    private String text(Meeting meeting, String reader, Locale locale) {
        Body body = bodies.find(meeting.body()).orElseThrow();
        CalendarFile file =
                new CalendarFile(
                        Objects.requireNonNullElse(body.name().in(locale), body.code()),
                        locale,
                        clock.getZone(),
                        address);
        file.meeting(meeting, body);
        file.invite(meeting, mails.from(), reader);
        return file.text();
    }
}
