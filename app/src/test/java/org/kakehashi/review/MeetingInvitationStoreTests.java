package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.kernel.Tables.MAILS;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Mails;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Invitations as they reach members over SMTP, read as a calendar reads them.
class MeetingInvitationStoreTests extends ApplicationTest {
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired DSLContext jooq;
    @Autowired Meetings meetings;
    @Autowired Bodies bodies;
    @Autowired Notices notices;
    @Autowired NoticeMail mail;
    @Autowired Mails mails;
    @Autowired Users users;

    private UUID committee;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add(
                "kakehashi.smtp.url",
                () ->
                        "smtp://127.0.0.1:"
                                + SERVER.getSmtp().getPort()
                                + "?from=office@example.ac.jp");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeAll
    void committee() {
        jooq.update(USERS)
                .set(USERS.EMAIL, "riji@example.ac.jp")
                .where(USERS.LOGIN.eq("executive"))
                .execute();
        jooq.update(USERS)
                .set(USERS.EMAIL, "member@example.ac.jp")
                .set(USERS.LANGUAGE, "en")
                .where(USERS.LOGIN.eq("member"))
                .execute();
        committee =
                bodies.list().stream()
                        .filter(body -> body.code().equals("international_committee"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        as("office")
                .run(() -> {
                    for (String login : List.of("executive", "member")) {
                        CurrentUser who = as(login);
                        bodies.addHolder(
                                new Holder(
                                        committee,
                                        committee,
                                        who.id(),
                                        who.name(),
                                        null,
                                        Holder.Duty.MEMBER,
                                        true,
                                        LocalDate.now().minusDays(9),
                                        null));
                    }
                });
        as("member")
                .run(() -> notices.change(new NoticeSettings(NoticeSettings.Mode.EACH, 8, 0, 0)));
    }

    @Test
    void membersAreInvitedThenToldOfTheChangeThenOfTheEnd() throws Exception {
        LocalDate day = LocalDate.now().plusDays(20);
        Bilingual place = new Bilingual("第一会議室", "Room 1");
        UUID id =
                as("office")
                        .call(() ->
                                meetings.call(committee, day, LocalTime.of(14, 30), place, null));
        tell();
        Invitation first = last("member@example.ac.jp", 1);
        assertThat(first.method).isEqualTo("REQUEST");
        assertThat(first.type).contains("method=REQUEST");
        assertThat(first.text).contains("meeting on");
        assertThat(first.value(Property.ORGANIZER)).isEqualTo("mailto:office@example.ac.jp");
        assertThat(first.value(Property.ATTENDEE)).isEqualTo("mailto:member@example.ac.jp");
        assertThat(first.value(Property.LOCATION)).isEqualTo("Room 1");
        assertThat(first.value(Property.DTSTART)).endsWith("T143000");

        as("office")
                .run(() ->
                        meetings.change(
                                id,
                                meetings.get(id).version(),
                                new Meetings.Plan(
                                        day.plusDays(1),
                                        LocalTime.of(10, 0),
                                        LocalTime.of(11, 0),
                                        place,
                                        "https://meet.example.ac.jp/1")));
        tell();
        Invitation moved = last("member@example.ac.jp", 2);
        assertThat(moved.method).isEqualTo("REQUEST");
        assertThat(moved.value(Property.UID)).isEqualTo(first.value(Property.UID));
        assertThat(moved.sequence()).isGreaterThan(first.sequence());
        assertThat(moved.value(Property.LOCATION)).contains("https://meet.example.ac.jp/1");

        as("office").run(() -> meetings.cancel(id, meetings.get(id).version()));
        tell();
        Invitation cancelled = last("member@example.ac.jp", 3);
        assertThat(cancelled.method).isEqualTo("CANCEL");
        assertThat(cancelled.type).contains("method=CANCEL");
        assertThat(cancelled.value(Property.UID)).isEqualTo(first.value(Property.UID));
        assertThat(cancelled.value(Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(cancelled.sequence()).isGreaterThan(moved.sequence());

        // who has one mail a day gets them with that day's mail, each of its own and in Japanese
        assertThat(received("riji@example.ac.jp")).isEmpty();
        mail.runAt(OffsetDateTime.now().plusDays(1).withHour(9));
        mails.sendDue();
        await().until(() -> received("riji@example.ac.jp").size() == 3);
        Invitation japanese = last("riji@example.ac.jp", 3);
        assertThat(japanese.text).contains("中止になりました");
        assertThat(jooq.fetchCount(MAILS, MAILS.CALENDAR.isNotNull()))
                .as("nothing is kept once it is sent")
                .isZero();
    }

    private void tell() {
        mail.runAt(OffsetDateTime.now());
        mails.sendDue();
    }

    private record Invitation(String text, String type, String method, VEvent event) {
        String value(String property) {
            return event.getProperty(property).orElseThrow().getValue();
        }

        int sequence() {
            return Integer.parseInt(value(Property.SEQUENCE));
        }
    }

    private Invitation last(String to, int count) throws Exception {
        await().until(() -> received(to).size() == count);
        Multipart parts = (Multipart) received(to).getLast().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        BodyPart part = parts.getBodyPart(1);
        byte[] bytes = part.getInputStream().readAllBytes();
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
        calendar.validate(true);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("BEGIN:VTIMEZONE");
        return new Invitation(
                (String) parts.getBodyPart(0).getContent(),
                part.getContentType(),
                calendar.getProperty(Property.METHOD).orElseThrow().getValue(),
                calendar.<VEvent>getComponent("VEVENT").orElseThrow());
    }

    private static List<MimeMessage> received(String to) {
        List<MimeMessage> all = new ArrayList<>();
        for (MimeMessage message : SERVER.getReceivedMessages()) {
            try {
                if (Arrays.toString(message.getAllRecipients()).contains(to)) {
                    all.add(message);
                }
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }

    private CurrentUser as(String login) {
        var user = CurrentUser.SYSTEM.call(() -> users.findByLogin(login).orElseThrow());
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }
}
