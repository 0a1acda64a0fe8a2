package org.kakehashi.review;

import static com.icegreen.greenmail.util.GreenMailUtil.getBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kakehashi.schema.access.Tables.AUDIT;
import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.kernel.Tables.MAILS;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Mails;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.kakehashi.ui.Dates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Two requests at the very same moment, facts that change under way, deputies in the audit trail,
/// and mails that really leave.
class ReviewRaceTests extends ApplicationTest {
    private static final int ROUNDS = 5;
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired DSLContext jooq;
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Matters matters;
    @Autowired Bodies bodies;
    @Autowired Meetings meetings;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired NoticeMail mail;
    @Autowired Mails mails;

    private UUID process;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add(
                "kakehashi.smtp.url",
                () ->
                        "smtp://127.0.0.1:"
                                + SERVER.getSmtp().getPort()
                                + "?from=kakehashi@example.ac.jp");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeAll
    void publish() {
        process =
                CurrentUser.SYSTEM.call(() -> {
                    UUID example =
                            processes.list().stream()
                                    .filter(one -> one.code().equals("tokyo-university"))
                                    .findFirst()
                                    .orElseThrow()
                                    .id();
                    UUID copy = processes.copy(example, "raced", new Bilingual("競合", "Raced"));
                    processes.publish(copy, 0);
                    return copy;
                });
    }

    @Test
    void ofTwoWhoDecideAtTheSameMomentExactlyOneWins() throws Exception {
        Visitor one = signedInAs("executive");
        Visitor other = signedInAs("executive");
        for (int round = 0; round < ROUNDS; round++) {
            String address = "/reviews/" + propose("Race " + round, "KR");
            Element first = one.get(address).expectFirst("form[action*=/steps/]");
            Element second = other.get(address).expectFirst("form[action*=/steps/]");
            first.select("input[type=checkbox]").forEach(box -> box.attr("checked", ""));
            second.select("input[type=checkbox]").forEach(box -> box.attr("checked", ""));
            assertThat(
                            together(
                                    () ->
                                            one.post(first, Map.of("outcome", "favourable"))
                                                    .statusCode(),
                                    () ->
                                            other.post(
                                                            second,
                                                            Map.of(
                                                                    "outcome", "return",
                                                                    "comment", "Not yet"))
                                                    .statusCode()))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void ofTwoWhoSaveMinutesOrAProcessAtTheSameMomentExactlyOneWins() throws Exception {
        Visitor one = signedInAs("office");
        Visitor other = signedInAs("admin");
        UUID meeting =
                user("office")
                        .call(() ->
                                meetings.call(
                                        body("board"),
                                        LocalDate.now(Dates.zone()),
                                        null,
                                        new Bilingual(null, null),
                                        null));
        UUID draft =
                user("office")
                        .call(() ->
                                processes.copy(
                                        process, "raced-draft", new Bilingual("案", "Draft")));
        for (int round = 0; round < ROUNDS; round++) {
            String words = "Round " + round;
            for (String address :
                    List.of("/meetings/" + meeting, "/processes/" + draft + "/edit")) {
                String form =
                        address.endsWith("/edit")
                                ? "form[action$=/edit]"
                                : "form[action$=/minutes]";
                String field = address.endsWith("/edit") ? "noteEn" : "minutesEn";
                Element first = one.get(address).expectFirst(form);
                Element second = other.get(address).expectFirst(form);
                assertThat(
                                together(
                                        () ->
                                                one.post(first, Map.of(field, words + " A"))
                                                        .statusCode(),
                                        () ->
                                                other.post(second, Map.of(field, words + " B"))
                                                        .statusCode()))
                        .as(address)
                        .containsExactlyInAnyOrder(200, 409);
            }
        }
    }

    @Test
    void aStepThatRestsOnAFactIsDoneAgainWhenTheFactChanges() {
        UUID id = propose("Facts", "KR");
        CurrentUser executive = user("executive");
        ReviewCase one = executive.call(() -> cases.get(id));
        Step plan = one.openSteps().getFirst();
        executive.run(() ->
                cases.act(id, one.version(), plan.id(), Step.Outcome.FAVOURABLE, "", done(plan)));
        ReviewCase after = executive.call(() -> cases.get(id));
        assertThat(after.state().of(plan).progress()).isEqualTo(CaseState.Progress.DONE);
        user("office")
                .run(() -> {
                    Matter matter = matters.get(one.subjectId());
                    matters.change(
                            new Matter(
                                    matter.id(),
                                    matter.title(),
                                    matter.text(),
                                    matter.topic(),
                                    matter.level(),
                                    "DE",
                                    matter.burden(),
                                    matter.units(),
                                    "",
                                    null,
                                    matter.version()));
                });
        ReviewCase again = executive.call(() -> cases.get(id));
        assertThat(again.state().of(plan).progress()).isEqualTo(CaseState.Progress.OPEN);
        assertThat(again.events().stream().map(event -> event.event().kind()))
                .contains(CaseEvent.Kind.FACTS_CHANGED, CaseEvent.Kind.RESTARTED);
    }

    @Test
    void aDeputysActIsAuditedForWhomItWas() {
        UUID id = propose("Deputy", "KR");
        CurrentUser executive = user("executive");
        CurrentUser member = user("member");
        executive.run(() ->
                bodies.delegate(
                        Objects.requireNonNull(member.id()),
                        LocalDate.now(Dates.zone()),
                        LocalDate.now(Dates.zone()).plusDays(3),
                        null));
        ReviewCase one = executive.call(() -> cases.get(id));
        Step plan = one.openSteps().getFirst();
        member.run(() ->
                cases.act(id, one.version(), plan.id(), Step.Outcome.FAVOURABLE, "", done(plan)));
        executive.run(() -> bodies.myDelegations().forEach(d -> bodies.endDelegation(d.id())));
        List<String> details =
                jooq.select(AUDIT.DETAIL)
                        .from(AUDIT)
                        .where(AUDIT.SUBJECT_ID.eq(id))
                        .and(AUDIT.ACTION.eq("review.case.acted"))
                        .fetch(row -> String.valueOf(row.value1()));
        assertThat(details).singleElement().asString().contains(String.valueOf(executive.id()));
    }

    @Test
    void aNoticeReallyLeavesByMailOnceInTheReadersLanguage() {
        jooq.update(USERS)
                .set(USERS.EMAIL, "riji@example.ac.jp")
                .set(USERS.LANGUAGE, "ja")
                .where(USERS.LOGIN.eq("executive"))
                .execute();
        propose("Letter of the council", "KR");
        OffsetDateTime tomorrow = OffsetDateTime.now(Dates.zone()).plusDays(1).withHour(9);
        mail.runAt(tomorrow);
        mail.runAt(tomorrow.plusMinutes(1));
        await().until(
                        () -> {
                            mails.sendDue();
                            return jooq.fetchCount(MAILS, MAILS.STATE.ne("sent"));
                        },
                        left -> left == 0);
        List<MimeMessage> received =
                Arrays.stream(SERVER.getReceivedMessages())
                        .filter(message -> text(message).contains("Letter of the council"))
                        .toList();
        assertThat(received).hasSize(1);
        assertThat(text(received.getFirst())).contains("の処理をお願いします");
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent() instanceof String text ? text : getBody(message);
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<UUID, Answer> done(Step step) {
        Map<UUID, Answer> answers = new java.util.HashMap<>();
        step.checks().forEach(check -> answers.put(check.id(), new Answer(true, "seen")));
        return answers;
    }

    private interface Request {
        int status() throws Exception;
    }

    /// Both answers, the requests sent when both stand ready.
    private static List<Integer> together(Request one, Request other)
            throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(2);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (Request request : List.of(one, other)) {
                answers.add(
                        both.submit(() -> {
                            ready.countDown();
                            ready.await();
                            return request.status();
                        }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private UUID propose(String title, String country) {
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
                                            country,
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
