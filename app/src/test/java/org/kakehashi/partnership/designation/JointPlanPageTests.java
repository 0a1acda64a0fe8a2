package org.kakehashi.partnership.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The plan with a strategic partner; in this package since designation comes from review alone.
class JointPlanPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Candidacies candidacies;
    @Autowired Schemes schemes;

    private UUID designation = new UUID(0, 0);
    private String page = "";

    @BeforeAll
    void designated() {
        designation = begin("University of Plan");
        CurrentUser.SYSTEM.run(() -> {
            candidacies.proposed(designation);
            candidacies.designated(designation, "R-PLAN");
        });
        page = "/strategic-partners/" + designation + "/plan";
    }

    @ParameterizedTest
    @CsvSource({"ja, 達成, 不明", "en, Done, Unknown"})
    void goalsMoneyTalksAndBenefitsStandOnOnePage(String language, String done, String unknown) {
        Visitor office = signedInAs("office").reads(language);
        String goal = "Joint laboratory " + language;
        Document shown =
                send(
                        office,
                        "goals",
                        Map.of("nameEn", goal, "owner", "member", "due", "2031-03-31"));
        assertThat(shown.select("main").text()).contains(goal);
        Visitor member = signedInAs("member").reads(language);
        assertThat(member.get("/tasks").select("main").text()).contains(goal);
        member.submit(member.get(page).expectFirst("form[action$=/close]"), Map.of());
        assertThat(member.get(page).select("main").text()).contains(done);
        assertThat(member.get("/tasks").select("main").text()).doesNotContain(goal);
        send(
                office,
                "budget",
                Map.of("year", "2026", "nameJa", "旅費 " + language, "planned", "1,200,000"));
        Element total = office.get(page).expectFirst("tfoot tr");
        assertThat(total.text()).contains(unknown);
        send(
                office,
                "talks",
                Map.of("on", "2026-10-01", "participants", "Presidents", "minutesJa", "継続する"));
        assertThat(office.get(page).select("main").text()).contains("Presidents", "継続する");
        send(
                office,
                "benefits",
                Map.of("side", "theirs", "nameEn", "Students " + language, "unit", "people"));
        Element values = office.get(page).expectFirst("form[action$=/values]");
        String year = Integer.toString(FiscalYear.of(LocalDate.now()).year());
        Document counted =
                office.submit(
                        values,
                        Map.of(
                                "benefit",
                                values.select("option").last().val(),
                                "year",
                                year,
                                "value",
                                "17"));
        assertThat(counted.select("main").text()).contains("17");
    }

    @Test
    void aBenefitCountedByAMeasureIsUnknownWithoutRecords() {
        Visitor office = signedInAs("office").reads("en");
        Document shown =
                send(
                        office,
                        "benefits",
                        Map.of(
                                "side",
                                "ours",
                                "nameEn",
                                "Visits to us",
                                "measure",
                                "partnership.visits",
                                "choices",
                                "direction=inbound"));
        assertThat(shown.expectFirst("tr:has(th:containsOwn(Visits to us))").text())
                .contains("Unknown");
        assertThat(
                        send(
                                        office,
                                        "benefits",
                                        Map.of(
                                                "nameEn",
                                                "Wrong",
                                                "measure",
                                                "partnership.visits",
                                                "choices",
                                                "nowhere=1"))
                                .select(".problems")
                                .text())
                .contains("direction=inbound");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        Visitor office = signedInAs("office").reads("en");
        Document wrong =
                send(office, "budget", Map.of("year", "soon", "nameEn", "Travel", "planned", "10"));
        assertThat(wrong.select(".problems").text()).contains("four digits");
        assertThat(wrong.expectFirst("#budget-nameEn").val()).isEqualTo("Travel");
        assertThat(
                        send(
                                        office,
                                        "budget",
                                        Map.of("year", "2026", "nameEn", "Travel", "planned", "-5"))
                                .select(".problems")
                                .text())
                .contains("whole yen");
        assertThat(
                        send(office, "goals", Map.of("nameJa", "", "nameEn", ""))
                                .select(".problems")
                                .text())
                .contains("Type a name");
        assertThat(
                        send(office, "goals", Map.of("nameEn", "Goal", "owner", "nobody-here"))
                                .select(".problems"))
                .isNotEmpty();
        assertThat(
                        send(office, "talks", Map.of("on", "2026-10-01", "participants", " "))
                                .select(".problems")
                                .text())
                .contains("who took part");
    }

    @Test
    void whoComesSecondIsToldAndOthersOnlyRead() {
        Visitor office = signedInAs("office").reads("en");
        send(office, "goals", Map.of("nameEn", "Twice"));
        String form = "details form[action$=/plan/goals]:has(input[value=Twice])";
        Element first = office.get(page).expectFirst(form);
        Element second = office.get(page).expectFirst(form);
        office.submit(first, Map.of("note", "first"));
        assertThat(office.post(second, Map.of("note", "second")).statusCode()).isEqualTo(409);
        assertThat(office.get(page).select("main").text()).contains("first");
        assertThat(signedInAs("executive").get(page).select("main form")).isEmpty();
    }

    @Test
    void aCandidacyThatWasNeverApprovedHasNoPlanAndAnEndedOneDoesNotChange() {
        UUID draft = begin("University of Draft");
        assertThat(signedInAs("office").status("/strategic-partners/" + draft + "/plan"))
                .isEqualTo(404);
        UUID ended = begin("University of Ended");
        CurrentUser.SYSTEM.run(() -> {
            candidacies.proposed(ended);
            candidacies.designated(ended, "R-END");
            candidacies.close(ended, candidacies.get(ended).version(), new Bilingual("終了", "Over"));
        });
        Document shown = signedInAs("office").get("/strategic-partners/" + ended + "/plan");
        assertThat(shown.select("main form")).isEmpty();
    }

    private Document send(Visitor visitor, String what, Map<String, String> fields) {
        return visitor.submit(
                visitor.get(page).select("form[action$=/plan/" + what + "]").last(), fields);
    }

    private UUID begin(String name) {
        UUID partner =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, name)
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
        return CurrentUser.SYSTEM.call(
                () -> candidacies.begin(partner, schemes.inUse().getFirst().id(), null));
    }
}
