package org.kakehashi.partnership.visit;

import static org.kakehashi.ui.Text.t;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// A visit as iCalendar text (RFC 5545) in the reader's language: the visit as whole days, each
/// item of its programme at its hour, those without an hour as a day. Hours of visits to us are in
/// the office's zone; abroad the zone is not known, so they float.
@Component
public class VisitCalendar {
    private final Visits visits;
    private final VisitDetails details;
    private final Organizations organizations;
    private final Clock clock;

    VisitCalendar(Visits visits, VisitDetails details, Organizations organizations, Clock clock) {
        this.visits = visits;
        this.details = details;
        this.organizations = organizations;
        this.clock = clock;
    }

    public String of(UUID id) {
        Visit visit = visits.get(id);
        OrganizationRef partner = organizations.get(visit.organization());
        boolean here = visit.direction() == Visit.Direction.INBOUND;
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Kakehashi//Kakehashi//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        if (here) {
            calendar.add(
                    Objects.requireNonNull(
                                    TimeZoneRegistryFactory.getInstance()
                                            .createRegistry()
                                            .getTimeZone(clock.getZone().getId()))
                            .getVTimeZone());
        }
        String heading =
                t(
                        "partnership.heading",
                        "partner",
                        partner.label(Text.locale()),
                        "direction",
                        t("partnership.direction." + visit.direction().code()));
        VEvent whole = event("visit-" + id, heading, visit);
        days(whole, visit.from(), visit.until());
        describe(whole, t(visit.purpose()));
        calendar.add(whole);
        for (ProgrammeItem item : details.of(id).programme()) {
            VEvent event = event("programme-" + item.id(), t(item.what()), visit);
            hours(event, item, here);
            if (item.place() != null) {
                event.add(new Location(item.place()));
            }
            describe(event, item.people());
            calendar.add(event);
        }
        StringWriter out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private VEvent event(String uid, String summary, Visit visit) {
        VEvent event = new VEvent(false);
        event.add(new Uid(uid + "@kakehashi"));
        event.add(new DtStamp(Instant.now(clock)));
        event.add(new Sequence(visit.version()));
        event.add(new Summary(summary));
        return event;
    }

    private static void days(VEvent event, LocalDate from, LocalDate until) {
        event.add(new DtStart<>(from));
        event.add(new DtEnd<>(until.plusDays(1)));
    }

    private void hours(VEvent event, ProgrammeItem item, boolean here) {
        LocalTime from = item.from();
        if (from == null) {
            days(event, item.on(), item.on());
            return;
        }
        LocalTime until = item.until();
        if (here) {
            event.add(new DtStart<>(ZonedDateTime.of(item.on(), from, clock.getZone())));
            if (until != null) {
                event.add(new DtEnd<>(ZonedDateTime.of(item.on(), until, clock.getZone())));
            }
        } else {
            event.add(new DtStart<>(item.on().atTime(from)));
            if (until != null) {
                event.add(new DtEnd<>(item.on().atTime(until)));
            }
        }
    }

    private static void describe(VEvent event, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            event.add(new Description(text));
        }
    }
}
