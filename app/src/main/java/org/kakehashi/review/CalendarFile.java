package org.kakehashi.review;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.kakehashi.kernel.Digests;
import org.kakehashi.ui.Messages;

/// A calendar as iCalendar text (RFC 5545): meetings at their hour in the office's zone, time
/// limits of tasks as whole days that keep nobody busy. What was cancelled says so; nothing is
/// guessed: a meeting without an hour is a day, one without an end has none.
final class CalendarFile {
    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    private final Locale locale;
    private final ZoneId zone;
    private final String address;
    private final Calendar calendar = new Calendar();

    /// @param address of the installation, `https://…`; empty: events carry no links
    CalendarFile(String name, Locale locale, ZoneId zone, String address) {
        this.locale = locale;
        this.zone = zone;
        this.address = address;
        calendar.add(
                new ProdId(
                        "-//Kakehashi//Kakehashi//"
                                + locale.getLanguage().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-TIMEZONE", zone.getId()));
        calendar.add(Objects.requireNonNull(ZONES.getTimeZone(zone.getId())).getVTimeZone());
    }

    void meeting(Meeting meeting, Body body) {
        boolean cancelled = meeting.state() == Meeting.State.CANCELLED;
        VEvent event = event("meeting-" + meeting.id(), meeting.changedAt().toInstant());
        event.add(new LastModified(meeting.changedAt().toInstant()));
        event.add(new Sequence(meeting.version()));
        event.add(new DtStart<>(moment(meeting.heldOn(), meeting.starts())));
        if (meeting.ends() != null) {
            event.add(new DtEnd<>(moment(meeting.heldOn(), meeting.ends())));
        }
        String name = body.name().in(locale);
        event.add(
                new Summary(
                        cancelled
                                ? text("review.calendar.cancelled", Map.of("body", name))
                                : name));
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        String place =
                Stream.of(meeting.place().in(locale), meeting.online())
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining(" / "));
        if (!place.isEmpty()) {
            event.add(new Location(place));
        }
        event.add(new Description(agenda(meeting)));
        link(event, "/meetings/" + meeting.id());
        calendar.add(event);
    }

    /// Makes this file the invitation of one person to the one meeting in it (RFC 5546): a request,
    /// which also tells what changed, or a cancellation. Nobody reads replies, so none is asked
    /// for.
    void invite(Meeting meeting, String organizer, String attendee) {
        calendar.add(
                meeting.state() == Meeting.State.CANCELLED
                        ? ImmutableMethod.CANCEL
                        : ImmutableMethod.REQUEST);
        VEvent event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();
        event.add(new Organizer(URI.create("mailto:" + organizer)));
        event.add(
                new Attendee(URI.create("mailto:" + attendee))
                        .add(PartStat.NEEDS_ACTION)
                        .add(Rsvp.FALSE));
    }

    /// The time limit of a task; one without a limit stands in no calendar.
    void task(TaskSource.Task task) {
        LocalDate due = task.dueOn();
        if (due == null) {
            return;
        }
        byte[] key = (task.href() + " " + task.what()).getBytes(StandardCharsets.UTF_8);
        Instant stamp =
                task.since() == null
                        ? due.atStartOfDay(zone).toInstant()
                        : task.since().toInstant();
        VEvent event = event("task-" + Digests.hex(Digests.sha256(key)).substring(0, 32), stamp);
        event.add(new DtStart<>(due));
        event.add(new Summary(text("review.calendar.due", Map.of("what", task.what()))));
        event.add(new Description(task.about()));
        event.add(ImmutableTransp.TRANSPARENT);
        link(event, task.href());
        calendar.add(event);
    }

    String text() {
        StringWriter written = new StringWriter();
        try {
            new CalendarOutputter(true).output(calendar, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }

    private static VEvent event(String id, Instant stamp) {
        VEvent event = new VEvent(false);
        event.add(new Uid(id + "@kakehashi"));
        event.add(new DtStamp(stamp));
        return event;
    }

    private Temporal moment(LocalDate day, @org.jspecify.annotations.Nullable LocalTime time) {
        return time == null ? day : day.atTime(time).atZone(zone);
    }

    private String agenda(Meeting meeting) {
        List<String> lines =
                meeting.agenda().stream()
                        .map(item -> item.title().in(locale))
                        .map(title -> "- " + title)
                        .toList();
        return Stream.concat(Stream.of(meeting.number()), lines.stream())
                .collect(Collectors.joining("\n"));
    }

    private void link(VEvent event, String path) {
        if (!address.isBlank()) {
            event.add(new Url(URI.create(address + path)));
        }
    }

    private String text(String key, Map<String, Object> arguments) {
        return Messages.text(locale, key, arguments);
    }
}
