package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.kernel.Tables.MAILS;
import static org.kakehashi.schema.review.Tables.CASE_STEPS;
import static org.kakehashi.schema.review.Tables.NOTICES;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Notices are written once, told once, in the reader's language and at the hour they want;
/// deputies act for those who are away.
class ReviewNoticeStoreTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Matters matters;
    @Autowired Bodies bodies;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired Tasks tasks;
    @Autowired Notices notices;
    @Autowired NoticeMail mail;
    @Autowired Reminders reminders;

    private UUID process;

    @BeforeAll
    void publish() {
        process =
                CurrentUser.SYSTEM.call(() -> {
                    ReviewProcess example =
                            processes.list().stream()
                                    .filter(one -> one.code().equals("tokyo-university"))
                                    .findFirst()
                                    .orElseThrow();
                    UUID copy =
                            processes.copy(example.id(), "timed", new Bilingual("期限付き", "Timed"));
                    ReviewProcess draft = processes.get(copy);
                    processes.change(
                            new ReviewProcess(
                                    copy,
                                    draft.code(),
                                    draft.edition(),
                                    draft.state(),
                                    draft.name(),
                                    draft.kinds(),
                                    Condition.ALWAYS,
                                    null,
                                    null,
                                    draft.note(),
                                    draft.steps().stream().map(this::timed).toList(),
                                    draft.version()));
                    processes.publish(copy, 1);
                    return copy;
                });
        jooq.update(USERS)
                .set(USERS.EMAIL, "riji@example.ac.jp")
                .where(USERS.LOGIN.eq("executive"))
                .execute();
        jooq.update(USERS)
                .set(USERS.LANGUAGE, "en")
                .set(USERS.EMAIL, "office@example.ac.jp")
                .where(USERS.LOGIN.eq("office"))
                .execute();
    }

    @BeforeEach
    void clean() {
        jooq.deleteFrom(NOTICES).execute();
        jooq.deleteFrom(MAILS).execute();
    }

    @Test
    void whoMustActIsToldOnceAndFindsItInTheInbox() {
        UUID id = propose("To be told");
        CurrentUser executive = user("executive");
        assertThat(noticesOf("executive")).containsExactly("waits");
        assertThat(noticesOf("office")).isEmpty();
        executive.run(() ->
                assertThat(tasks.mine())
                        .anySatisfy(task -> assertThat(task.href()).isEqualTo("/reviews/" + id)));
        ReviewCase one = executive.call(() -> cases.get(id));
        act(executive, one, Step.Outcome.FAVOURABLE);
        assertThat(noticesOf("executive")).containsExactly("waits", "waits");
        ReviewCase next = executive.call(() -> cases.get(id));
        executive.run(() ->
                cases.act(
                        id,
                        next.version(),
                        next.openSteps().getFirst().id(),
                        null,
                        "Why?",
                        Map.of()));
        assertThat(noticesOf("office")).containsExactly("returned");
        user("office")
                .run(() ->
                        assertThat(tasks.mine())
                                .anySatisfy(task ->
                                        assertThat(task.href()).isEqualTo("/reviews/" + id)));
    }

    @Test
    void remindersAndEscalationsComeOnceHoweverOftenTheyAreLookedFor() {
        UUID id = propose("Slow");
        jooq.update(CASE_STEPS)
                .set(CASE_STEPS.DUE_ON, LocalDate.of(2026, 12, 10))
                .where(CASE_STEPS.CASE_ID.eq(id))
                .execute();
        jooq.deleteFrom(NOTICES).execute();
        reminders.runAt(moment(2026, 12, 7, 9));
        assertThat(noticesAbout(id, "executive")).isEmpty();
        reminders.runAt(moment(2026, 12, 8, 9));
        reminders.runAt(moment(2026, 12, 9, 9));
        assertThat(noticesAbout(id, "executive")).containsExactly("reminder");
        reminders.runAt(moment(2026, 12, 11, 9));
        reminders.runAt(moment(2026, 12, 12, 9));
        assertThat(noticesAbout(id, "executive")).containsExactly("reminder");
        assertThat(noticesAbout(id, "office")).containsExactly("overdue");
    }

    @Test
    void aDailyMailComesOnceADayInTheReadersLanguage() {
        propose("First");
        propose("Second");
        OffsetDateTime tomorrow = OffsetDateTime.now(ZoneOffset.ofHours(9)).plusDays(1);
        // written after the hour of today's mail, whatever the hour of this test is
        jooq.update(NOTICES).set(NOTICES.AT, tomorrow.minusDays(1).withHour(12)).execute();
        mail.runAt(tomorrow.withHour(7));
        assertThat(jooq.fetchCount(MAILS)).isZero();
        mail.runAt(tomorrow.withHour(9));
        mail.runAt(tomorrow.withHour(10));
        List<String> bodies = jooq.select(MAILS.BODY).from(MAILS).fetch(MAILS.BODY);
        assertThat(bodies).hasSize(1);
        assertThat(bodies.getFirst())
                .contains("First", "Second", "の処理をお願いします")
                .doesNotContain("waits for you");
        assertThat(jooq.select(MAILS.RECIPIENT).from(MAILS).fetch(MAILS.RECIPIENT))
                .containsExactly("riji@example.ac.jp");
    }

    @Test
    void singleMailsWaitForTheEndOfTheQuietHours() {
        CurrentUser executive = user("executive");
        executive.run(() -> notices.change(new NoticeSettings(NoticeSettings.Mode.EACH, 8, 20, 7)));
        propose("At night");
        OffsetDateTime tomorrow = OffsetDateTime.now(ZoneOffset.ofHours(9)).plusDays(1);
        mail.runAt(tomorrow.withHour(22));
        mail.runAt(tomorrow.withHour(3));
        assertThat(jooq.fetchCount(MAILS)).isZero();
        mail.runAt(tomorrow.withHour(7));
        mail.runAt(tomorrow.withHour(8));
        assertThat(jooq.fetchCount(MAILS)).isEqualTo(1);
        executive.run(() -> notices.change(NoticeSettings.USUAL));
    }

    @Test
    void aDeputyActsInsteadAndTheHistorySaysForWhom() {
        UUID id = propose("While away");
        CurrentUser executive = user("executive");
        CurrentUser member = user("member");
        ReviewCase one = executive.call(() -> cases.get(id));
        Step step = one.openSteps().getFirst();
        assertThat(member.call(() -> cases.actor(one, step))).isEmpty();
        executive.run(() ->
                bodies.delegate(
                        java.util.Objects.requireNonNull(member.id()),
                        LocalDate.now(),
                        LocalDate.now().plusDays(5),
                        null));
        assertThat(member.call(() -> cases.actor(one, step)).orElseThrow().insteadOf())
                .isEqualTo(executive.id());
        act(member, one, Step.Outcome.FAVOURABLE);
        ReviewCase after = executive.call(() -> cases.get(id));
        assertThat(after.events())
                .anySatisfy(event -> {
                    assertThat(event.actor()).isEqualTo(member.id());
                    assertThat(event.insteadOf()).isEqualTo(executive.id());
                });
        executive.run(() -> bodies.myDelegations().forEach(d -> bodies.endDelegation(d.id())));
    }

    private Step timed(Step step) {
        UUID office =
                bodies.list().stream()
                        .filter(body -> body.code().equals("international_office"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return new Step(
                step.id(),
                step.code(),
                step.stage(),
                step.kind(),
                step.name(),
                step.body(),
                step.condition(),
                10,
                2,
                office,
                false,
                step.againOn(),
                List.of());
    }

    private void act(CurrentUser who, ReviewCase one, Step.Outcome outcome) {
        who.run(() ->
                cases.act(
                        one.id(),
                        one.version(),
                        one.openSteps().getFirst().id(),
                        outcome,
                        "",
                        Map.of()));
    }

    private UUID propose(String title) {
        return user("office")
                .call(() -> {
                    UUID matter =
                            matters.create(
                                    new Matter(
                                            new UUID(0, 0),
                                            new Bilingual(null, title),
                                            new Bilingual(null, null),
                                            "other",
                                            "university",
                                            null,
                                            "no",
                                            Set.of(
                                                    units.findByNameOrCode("ENG")
                                                            .orElseThrow()
                                                            .id()),
                                            "",
                                            null,
                                            0));
                    return cases.propose("matter", matter, process, false, null);
                });
    }

    private List<String> noticesOf(String login) {
        return jooq.select(NOTICES.KIND)
                .from(NOTICES)
                .where(NOTICES.USER_ID.eq(user(login).id()))
                .orderBy(NOTICES.AT, NOTICES.ID)
                .fetch(NOTICES.KIND);
    }

    private List<String> noticesAbout(UUID id, String login) {
        return jooq.select(NOTICES.KIND)
                .from(NOTICES)
                .where(NOTICES.USER_ID.eq(user(login).id()))
                .and(NOTICES.HREF.eq("/reviews/" + id))
                .orderBy(NOTICES.AT, NOTICES.ID)
                .fetch(NOTICES.KIND);
    }

    private CurrentUser user(String login) {
        User user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }

    private static OffsetDateTime moment(int year, int month, int day, int hour) {
        return OffsetDateTime.of(year, month, day, hour, 0, 0, 0, ZoneOffset.ofHours(9));
    }
}
