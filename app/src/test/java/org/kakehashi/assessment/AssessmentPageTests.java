package org.kakehashi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.Step;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanChanges;
import org.kakehashi.strategy.Plans;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A year is assessed: forms written, decided on by office, committee and board, and what was
/// promised meets the next year's form.
class AssessmentPageTests extends ApplicationTest {
    @Autowired Assessments assessments;
    @Autowired Cycles cycles;
    @Autowired Promises promises;
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Plans plans;
    @Autowired PlanChanges changes;
    @Autowired Users users;

    private UUID process;

    @BeforeAll
    void publish() {
        process =
                CurrentUser.SYSTEM.call(() -> {
                    UUID example =
                            processes.list().stream()
                                    .filter(one -> one.code().equals("self-assessment"))
                                    .findFirst()
                                    .orElseThrow()
                                    .id();
                    UUID copy =
                            processes.copy(
                                    example, "yearly", new Bilingual("自己評価", "Self-assessment"));
                    processes.publish(copy, 0);
                    return copy;
                });
        CurrentUser.SYSTEM.run(() -> {
            Plan.Action kept = plans.action("T1.5");
            changes.changeAction(
                    new Plan.Action(
                            kept.code(),
                            kept.title(),
                            null,
                            user("member").id(),
                            null,
                            kept.version(),
                            List.of(),
                            List.of()));
        });
    }

    @Test
    void aCycleGivesEachRunningActionItsFormAndShowsWhoIsLate() throws IOException {
        Visitor office = signedInAs("office").reads("en");
        Document page = open(office, 2019, "2020-03-31", "2020-05-31");
        assertThat(page.select("#forms-table tbody tr")).hasSize(31);
        assertThat(page.text()).contains("31 forms, 0 decided, 31 late");
        Document twice = open(office, 2019, "2020-03-31", "2020-05-31");
        assertThat(twice.expectFirst(".field-error").text()).contains("already");
        Document wrong = open(office, 2018, "2020-03-31", "2019-05-31");
        assertThat(wrong.expectFirst(".field-error").text()).contains("before the day");
        assertThat(signedInAs("member").reads("ja").get("/assessments").text()).contains("31");
        byte[] file = office.download(path(page) + "?format=xlsx").body();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThanOrEqualTo(31);
        }
    }

    @Test
    void aFormIsWrittenSubmittedReturnedDecidedAndItsPromiseMeetsTheNextYear() {
        Visitor office = signedInAs("office").reads("en");
        open(office, 2021, "2022-03-31", "2022-05-31");
        Assessment one = form(2021, "P1.3");
        String address = "/assessments/" + one.id();
        assertThat(office.get(address).select("a[href^=/reviews/propose]")).isEmpty();
        Document written =
                office.submit(
                        office.get(address + "/edit").expectFirst("#form"),
                        Map.of(
                                "grade", "b",
                                "narrativeJa", "台帳の点検が遅れた。",
                                "mark-relevance", "4",
                                "reason-relevance", "The register is what all else rests on"));
        assertThat(written.expectFirst(".page-head").text()).contains("B");
        assertThat(written.expectFirst("#narrative").text()).contains("台帳の点検が遅れた。");
        assertThat(written.expectFirst("#criteria").text())
                .contains("Relevance")
                .contains("4 fully met");
        Document promised =
                office.submit(
                        office.get(address + "/promises/new").expectFirst("#form"),
                        Map.of(
                                "titleJa", "点検を四半期ごとに行う",
                                "titleEn", "Check every quarter",
                                "owner", user("member").id().toString(),
                                "dueOn", "2022-12-31"));
        assertThat(promised.expectFirst("#promises-table").text())
                .contains("Check every quarter")
                .contains("Late");
        assertThat(promised.select("a[href^=/reviews/propose]")).hasSize(1);

        UUID caseId =
                user("office")
                        .call(() -> cases.propose("assessment", one.id(), process, false, null));
        assertThat(form(2021, "P1.3").state()).isEqualTo(Assessment.State.SUBMITTED);
        Assessment submitted = form(2021, "P1.3");
        user("office")
                .run(() ->
                        assertThatThrownBy(() ->
                                        assessments.save(
                                                one.id(),
                                                submitted.version(),
                                                Assessment.Content.BLANK))
                                .isInstanceOf(KakehashiException.class)
                                .hasMessageContaining("assessment.problem.submitted"));
        act("office", caseId, null);
        assertThat(form(2021, "P1.3").state()).isEqualTo(Assessment.State.RETURNED);
        office.submit(office.get(address + "/edit").expectFirst("#form"), Map.of("grade", "a"));
        user("office").run(() -> cases.resubmit(caseId, cases.get(caseId).version(), "done"));
        act("office", caseId, Step.Outcome.FAVOURABLE);
        act("office", caseId, Step.Outcome.FAVOURABLE);
        act("executive", caseId, Step.Outcome.APPROVED);
        Assessment decided = form(2021, "P1.3");
        assertThat(decided.state()).isEqualTo(Assessment.State.APPROVED);
        assertThat(decided.decidedOn()).isNotNull();
        assertThat(decided.content().grade()).isEqualTo(Assessment.Grade.A);

        // the owner finds it among the tasks and says what came of it
        Visitor member = signedInAs("member").reads("en");
        Element task = member.get("/tasks").expectFirst("a[href^=/assessments/promises/]");
        Document without =
                member.submit(
                        member.get(task.attr("href")).expectFirst("#form"),
                        Map.of("doneOn", "2022-12-01", "outcome", ""));
        assertThat(without.expectFirst(".field-error").text()).contains("what came of it");
        member.submit(
                member.get(task.attr("href")).expectFirst("#form"),
                Map.of("doneOn", "2022-12-01", "outcome", "Four checks a year"));
        open(office, 2022, "2023-03-31", "2023-05-31");
        Document next = office.get("/assessments/" + form(2022, "P1.3").id());
        assertThat(next.expectFirst("#before-table").text())
                .contains("Check every quarter")
                .contains("Done")
                .contains("Four checks a year");
    }

    @Test
    void figuresOfAFormAreThoseFrozenOnTheReferenceDayAndAreCommented() {
        Visitor office = signedInAs("office").reads("en");
        Document cycle = open(office, 2023, "2024-03-31", "2024-05-31");
        Assessment one = form(2023, "P1.2");
        String address = "/assessments/" + one.id();
        Document before = office.get(address);
        assertThat(before.expectFirst("#figures-table").text()).contains("not frozen");
        Document frozen = office.submit(cycle.expectFirst("#freeze"), Map.of());
        assertThat(frozen.text()).contains("were frozen");
        Document after = office.get(address);
        assertThat(after.select("#figures-table a[href^=/strategy/frozen/]")).isNotEmpty();
        String code = after.expectFirst("#figures-table tbody .code").text();
        Visitor executive = signedInAs("executive").reads("en");
        Document remarked =
                executive.submit(
                        executive.get(address).expectFirst("#say"),
                        Map.of("indicator", code, "text", "Why only these?"));
        assertThat(remarked.select("#figures-table tr:contains(" + code + ")").text())
                .contains("Why only these?");
    }

    @Test
    void whoOwnsTheActionWritesItsFormAndNobodyElseOutsideTheOffice() {
        Visitor office = signedInAs("office").reads("en");
        open(office, 2020, "2021-03-31", "2021-05-31");
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.status("/assessments/" + form(2020, "T1.5").id() + "/edit"))
                .isEqualTo(200);
        assertThat(member.status("/assessments/" + form(2020, "P1.1").id() + "/edit"))
                .isEqualTo(403);
        assertThat(
                        signedInAs("executive")
                                .status("/assessments/" + form(2020, "T1.5").id() + "/edit"))
                .isEqualTo(403);
        assertThat(
                        member.get("/tasks")
                                .select("a[href=/assessments/" + form(2020, "T1.5").id() + "]"))
                .hasSize(1);
        Cycle cycle = cycle(2020);
        user("office").run(() -> cycles.close(cycle.id(), cycle.version(), true));
        assertThat(member.status("/assessments/" + form(2020, "T1.5").id() + "/edit"))
                .isEqualTo(400);
    }

    @Test
    void whoSavesSecondIsToldAndNothingIsLost() {
        Visitor office = signedInAs("office").reads("en");
        open(office, 2017, "2018-03-31", "2018-05-31");
        String address = "/assessments/" + form(2017, "P1.1").id() + "/edit";
        Element first = office.get(address).expectFirst("#form");
        Element second = office.get(address).expectFirst("#form");
        office.submit(first, Map.of("grade", "s"));
        assertThat(office.post(second, Map.of("grade", "c")).statusCode()).isEqualTo(409);
        assertThat(form(2017, "P1.1").content().grade()).isEqualTo(Assessment.Grade.S);
        Document wrong =
                office.submit(
                        office.get(address).expectFirst("#form"),
                        Map.of("mark-impact", "9", "reason-coherence", "because"));
        assertThat(wrong.select(".field-error")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//elsewhere.example", "ftp://x", "", "/a b"})
    void evidenceMustBeAnAddress(String address) {
        assertThat(Assessments.problem("Minutes", address))
                .isEqualTo("assessment.evidence.problem.address");
    }

    @Test
    void evidenceIsAPageOfOursOrOneElsewhere() {
        assertThat(Assessments.problem("Minutes", "/meetings/1")).isNull();
        assertThat(Assessments.problem("Report", "https://example.ac.jp/a?b=1")).isNull();
        assertThat(Assessments.problem(" ", "/x")).isEqualTo("assessment.evidence.problem.label");
    }

    private void act(
            String login, UUID caseId, Step.@org.jspecify.annotations.Nullable Outcome outcome) {
        user(login)
                .run(() -> {
                    ReviewCase one = cases.get(caseId);
                    cases.act(
                            caseId,
                            one.version(),
                            one.openSteps().getFirst().id(),
                            outcome,
                            "seen",
                            Map.of());
                });
    }

    private static Document open(Visitor office, int year, String day, String due) {
        return office.submit(
                office.get("/assessments/cycles/new").expectFirst("#form"),
                Map.of(
                        "plan",
                        "INT",
                        "kind",
                        "yearly",
                        "year",
                        Integer.toString(year),
                        "referenceDay",
                        day,
                        "dueOn",
                        due));
    }

    private Cycle cycle(int year) {
        return CurrentUser.SYSTEM.call(() ->
                cycles.list().stream().filter(one -> one.year() == year).findFirst().orElseThrow());
    }

    private Assessment form(int year, String action) {
        Cycle cycle = cycle(year);
        return CurrentUser.SYSTEM.call(() ->
                assessments.of(cycle).stream()
                        .filter(one -> one.action().equals(action))
                        .findFirst()
                        .orElseThrow());
    }

    private CurrentUser user(String login) {
        User user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }

    private static String path(Document page) {
        return URI.create(page.baseUri()).getPath();
    }
}
