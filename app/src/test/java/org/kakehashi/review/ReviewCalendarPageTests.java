package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.review.Tables.MEETINGS;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.DtStart;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.kakehashi.ui.Dates;
import org.springframework.beans.factory.annotation.Autowired;

/// Calendars as a calendar program reads them.
class ReviewCalendarPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Bodies bodies;
    @Autowired Meetings meetings;
    @Autowired CorrectiveActions actions;
    @Autowired Users users;

    private final LocalDate day = LocalDate.now(Dates.zone()).plusDays(14);
    private UUID committee;
    private UUID kept;
    private UUID cancelled;

    @BeforeAll
    void meetings() {
        CurrentUser office = user("office");
        office.run(() -> {
            committee = body("international_committee");
            sit(committee, office);
            sit(committee, user("executive"));
            Bilingual place = new Bilingual("会議室, 2階; 東", "Room 2");
            kept =
                    meetings.call(
                            committee,
                            new Meetings.Plan(
                                    day,
                                    LocalTime.of(14, 30),
                                    LocalTime.of(16, 0),
                                    place,
                                    "https://meet.example.ac.jp/x"));
            meetings.addItem(kept, new Bilingual("協定の更新", "Renewals"), "");
            cancelled = meetings.call(committee, day.plusDays(1), null, place, null);
            meetings.cancel(cancelled, 0);
            actions.ask(
                    kept,
                    new Bilingual("報告書の提出", "Hand in the report"),
                    java.util.Objects.requireNonNull(office.id()),
                    day.plusDays(5));
        });
    }

    @Test
    void ownCalendarHoldsMeetingsCancellationsAndTimeLimits() throws Exception {
        Calendar calendar = parsed(visitor().answer(address(signedInAs("office"), null)));
        Component meeting = find(calendar, "meeting-" + kept);
        assertThat(((DtStart<?>) meeting.getRequiredProperty(Property.DTSTART)).getValue())
                .isEqualTo(day.toString().replace("-", "") + "T143000");
        assertThat(meeting.getRequiredProperty(Property.DTSTART).toString())
                .contains("TZID=Asia/Tokyo");
        ZonedDateTime starts =
                ZonedDateTime.from(
                        ((DtStart<?>) meeting.getRequiredProperty(Property.DTSTART)).getDate());
        assertThat(starts.toInstant())
                .isEqualTo(day.atTime(14, 30).atZone(Dates.zone()).toInstant());
        assertThat(value(meeting, Property.LOCATION))
                .isEqualTo("会議室, 2階; 東 / https://meet.example.ac.jp/x");
        assertThat(value(meeting, Property.DESCRIPTION)).contains("- 協定の更新");
        Component off = find(calendar, "meeting-" + cancelled);
        assertThat(value(off, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(off, Property.SUMMARY)).contains("中止");
        assertThat(value(off, Property.DTSTART))
                .isEqualTo(day.plusDays(1).toString().replace("-", ""));
        List<CalendarComponent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events)
                .anySatisfy(event -> {
                    assertThat(value(event, Property.SUMMARY)).contains("期限", "改善措置");
                    assertThat(value(event, Property.DTSTART))
                            .isEqualTo(day.plusDays(5).toString().replace("-", ""));
                });
    }

    @Test
    void aCommitteesCalendarIsInItsReadersLanguage() throws Exception {
        jooq.update(USERS).set(USERS.LANGUAGE, "en").where(USERS.LOGIN.eq("executive")).execute();
        Calendar calendar = parsed(visitor().answer(address(signedInAs("executive"), committee)));
        assertThat(value(find(calendar, "meeting-" + cancelled), Property.SUMMARY))
                .isEqualTo("Cancelled: International exchange committee");
        assertThat(value(find(calendar, "meeting-" + kept), Property.DESCRIPTION))
                .contains("Renewals");
        List<CalendarComponent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(2);
    }

    @Test
    void anAddressReplacedRevokedOrUnknownAnswersNothing() {
        Visitor office = signedInAs("office");
        String first = address(office, committee);
        String second = address(office, committee);
        assertThat(visitor().status(first)).isEqualTo(404);
        assertThat(visitor().status(second)).isEqualTo(200);
        Document page = office.get("/tasks/calendars");
        assertThat(page.text()).doesNotContain(second);
        office.submit(
                page.expectFirst("form[action$=/revocation]:has(input[value=" + committee + "])"),
                Map.of());
        assertThat(visitor().status(second)).isEqualTo(404);
        assertThat(visitor().status("/calendars/" + "A".repeat(43) + ".ics")).isEqualTo(404);
        assertThat(visitor().status("/calendars/' or 1=1.ics".replace(" ", "%20"))).isEqualTo(404);
    }

    @Test
    void whoMayNotReadACommitteeGetsNoAddressAndLosesOneTheyHad() {
        Visitor member = signedInAs("member");
        Document page = member.get("/tasks/calendars");
        assertThat(page.select("input[name=body][value=" + committee + "]")).isEmpty();
        Map<String, String> asked = Map.of("body", committee.toString());
        assertThat(member.post(page.expectFirst("main form"), asked).statusCode()).isEqualTo(404);
        UUID[] seat = new UUID[1];
        user("office")
                .run(() -> {
                    sit(committee, user("member"));
                    seat[0] =
                            bodies.holders(committee).stream()
                                    .filter(one -> one.user().equals(user("member").id()))
                                    .findFirst()
                                    .orElseThrow()
                                    .id();
                });
        String had = address(member, committee);
        assertThat(visitor().status(had)).isEqualTo(200);
        user("office").run(() -> bodies.endHolder(committee, seat[0], LocalDate.now(Dates.zone())));
        assertThat(visitor().status(had)).isEqualTo(404);
    }

    @Test
    void anAddressWorksWithoutSignInAndSetsNoCookie() {
        HttpResponse<String> answer = visitor().answer(address(signedInAs("office"), committee));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/calendar");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void movingAMeetingTellsItsMembersOnceAndRaisesTheSequence() throws Exception {
        CurrentUser office = user("office");
        office.run(() -> {
            Meeting meeting = meetings.get(kept);
            meetings.change(
                    kept,
                    meeting.version(),
                    new Meetings.Plan(
                            day,
                            LocalTime.of(14, 30),
                            LocalTime.of(16, 0),
                            meeting.place(),
                            meeting.online()));
        });
        int version =
                jooq.select(MEETINGS.VERSION)
                        .from(MEETINGS)
                        .where(MEETINGS.ID.eq(kept))
                        .fetchSingle(MEETINGS.VERSION);
        Calendar calendar = parsed(visitor().answer(address(signedInAs("office"), committee)));
        assertThat(value(find(calendar, "meeting-" + kept), Property.SEQUENCE))
                .isEqualTo(Integer.toString(version));
        assertThat(signedInAs("office").get("/tasks/notices").text())
                .contains("another time or place");
    }

    private static Calendar parsed(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new CalendarBuilder().build(new StringReader(answer.body()));
    }

    private static Component find(Calendar calendar, String id) {
        List<CalendarComponent> events = calendar.getComponents(Component.VEVENT);
        return events.stream()
                .filter(event -> value(event, Property.UID).equals(id + "@kakehashi"))
                .findFirst()
                .orElseThrow();
    }

    private static String value(Component event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static String address(Visitor who, @org.jspecify.annotations.Nullable UUID body) {
        Document page = who.get("/tasks/calendars");
        String which =
                body == null
                        ? "form[action=/tasks/calendars]:not(:has(input[name=body]))"
                        : "form[action=/tasks/calendars]:has(input[value=" + body + "])";
        Document made = who.submit(page.expectFirst(which), Map.of());
        return URI.create(made.expectFirst("#address").val()).getPath();
    }

    private void sit(UUID body, CurrentUser who) {
        bodies.addHolder(
                new Holder(
                        body,
                        body,
                        java.util.Objects.requireNonNull(who.id()),
                        who.name(),
                        null,
                        Holder.Duty.MEMBER,
                        true,
                        LocalDate.now(Dates.zone()).minusDays(10),
                        null));
    }

    private CurrentUser user(String login) {
        User user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }

    private UUID body(String code) {
        return bodies.list().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
