package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The editor of processes as a planner uses it, without a line of code.
class ReviewProcessPageTests extends ApplicationTest {
    @Autowired Processes processes;
    @Autowired Bodies bodies;

    @Test
    void aProcessIsMadeFromNothingCheckedAndPublished() {
        Visitor office = signedInAs("office");
        String edit = make(office, "made-here");
        assertThat(office.get(edit).select(".problems").text())
                .contains("At least one step must decide");
        addStep(office, edit, "Committee", "consult", "international_committee", Map.of());
        addStep(
                office,
                edit,
                "Unit",
                "consult",
                "unit_committee",
                Map.of(
                        "place", "beside-1",
                        "condition-0-fact", "units",
                        "condition-0-sign", ">=",
                        "condition-0-values", "２",
                        "condition-1-join", "and",
                        "condition-1-fact", "country",
                        "condition-1-sign", "in",
                        "condition-1-values", "South Korea, 台湾"));
        addStep(
                office,
                edit,
                "Decision",
                "decide",
                "president",
                Map.of("days", "14", "remindDays", "3", "inPerson", "true", "againOn", "country"));
        ReviewProcess made = process(edit);
        assertThat(made.steps().stream().map(Step::stage)).containsExactly(1, 1, 2);
        assertThat(made.steps().get(1).condition()).hasToString("units >= 2 and country in KR, TW");
        assertThat(made.steps().get(2).inPerson()).isTrue();
        assertThat(made.steps().get(2).againOn()).containsExactly("country");
        Document ready = office.get(edit);
        assertThat(ready.select(".problems")).isEmpty();
        assertThat(ready.select("svg text").text()).contains("Decision");
        Document shown = office.get(edit.replace("/edit", ""));
        office.submit(shown.expectFirst("form[action$=/publish]"), Map.of());
        assertThat(process(edit).state()).isEqualTo(ReviewProcess.State.PUBLISHED);
        assertThat(office.status(edit)).isEqualTo(400);
    }

    @Test
    void whoSavesSecondKeepsTheirWordsAndSeesWhatDiffers() {
        Visitor office = signedInAs("office");
        Visitor admin = signedInAs("admin");
        String edit = make(office, "two-editors");
        addStep(office, edit, "Decision", "decide", "president", Map.of());
        String step = edit.replace("/edit", "/steps/step-1");
        Element first = office.get(step).expectFirst("main form");
        Element second = admin.get(step).expectFirst("main form");
        office.submit(first, Map.of("days", "10"));
        HttpResponse<String> late =
                admin.post(second, Map.of("nameEn", "The president decides", "days", "20"));
        assertThat(late.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(late.body(), "http://localhost" + step);
        assertThat(page.select(".problems").text()).contains("What you typed is still here");
        assertThat(page.select("#differences").text())
                .contains("Decision", "The president decides", "10", "20");
        assertThat(page.select("[name=nameEn]").val()).isEqualTo("The president decides");
        admin.submit(page.expectFirst("main form"), Map.of("days", "10"));
        Step merged = process(edit).steps().getFirst();
        assertThat(merged.name().en()).isEqualTo("The president decides");
        assertThat(merged.days()).isEqualTo(10);
    }

    @Test
    void editionsAreComparedAndACaseKeepsTheEditionItBeganWith() {
        Visitor office = signedInAs("office");
        String edit = make(office, "edition-one");
        addStep(office, edit, "Decision", "decide", "president", Map.of());
        String address = edit.replace("/edit", "");
        office.submit(office.get(address).expectFirst("form[action$=/publish]"), Map.of());
        Document copy =
                office.submit(office.get(address).expectFirst("form[action$=/copy]"), Map.of());
        String second = URI.create(copy.location()).getPath();
        addStep(office, second + "/edit", "Signature", "sign", "president", Map.of());
        Document compared = office.get(second + "/compare?with=" + address.replaceAll(".*/", ""));
        assertThat(compared.select("#differences tbody tr")).hasSize(1);
        assertThat(compared.select("#differences").text()).contains("Signature", "Signs");
        assertThat(compared.select("h1").text()).contains("editions 1 and 2");
        office.submit(office.get(second).expectFirst("form[action$=/publish]"), Map.of());
        assertThat(process(edit).state()).isEqualTo(ReviewProcess.State.RETIRED);
        assertThat(process(edit).steps()).hasSize(1);
    }

    @Test
    void badInputIsToldWithTheWordsKept() {
        Visitor office = signedInAs("office");
        String edit = make(office, "bad-input");
        String fresh = edit.replace("/edit", "/steps/new");
        Element form = office.get(fresh).expectFirst("main form");
        Map<String, String> typed =
                new HashMap<>(
                        Map.of(
                                "nameJa", "決定",
                                "nameEn", "<b>x</b>",
                                "kind", "decide",
                                "body", body("president")));
        typed.put("days", "soon");
        HttpResponse<String> refused = office.post(form, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select(".problems").text()).contains("whole number");
        assertThat(page.select("[name=nameEn]").val()).isEqualTo("<b>x</b>");
        assertThat(page.select("main b")).isEmpty();
        for (Map<String, String> wrong :
                java.util.List.of(
                        Map.of("kind", "veto"),
                        Map.of("body", "nobody"),
                        Map.of("place", "everywhere"),
                        Map.of("nameEn", " "),
                        Map.of("days", "99999"),
                        Map.of("condition-0-fact", "units", "condition-0-values", ""),
                        Map.of(
                                "condition-0-fact", "units",
                                "condition-0-sign", ">=",
                                "condition-0-values", "many"),
                        Map.of("condition-0-fact", "units) or 1=1 --", "condition-0-values", "1"),
                        Map.of("check-0-ja", "日本語だけ"))) {
            Map<String, String> all = new HashMap<>(typed);
            all.remove("days");
            all.putAll(wrong);
            assertThat(office.post(form, all).statusCode()).as(wrong.toString()).isEqualTo(422);
        }
        assertThat(process(edit).steps()).isEmpty();
        typed.put("days", "");
        typed.putAll(
                Map.of(
                        "condition-0-fact",
                        "level",
                        "condition-0-sign",
                        "=",
                        "condition-0-values",
                        "galaxy"));
        office.submit(form, typed);
        Document told = office.get(edit);
        assertThat(told.select(".problems").text()).contains("galaxy", "university");
        assertThat(told.select(".problems a[href$=/steps/step-1]")).isNotEmpty();
        assertThat(office.get(edit.replace("/edit", "")).select("form[action$=/publish]"))
                .isEmpty();
    }

    @Test
    void aMemberNeitherMakesNorChangesAProcess() {
        Visitor member = signedInAs("member");
        String edit = make(signedInAs("office"), "not-yours");
        assertThat(member.status("/processes/new")).isEqualTo(403);
        assertThat(member.status(edit)).isEqualTo(403);
        assertThat(member.status(edit.replace("/edit", "/steps/new"))).isEqualTo(403);
        assertThat(member.get("/processes").select("a[href=/processes/new]")).isEmpty();
    }

    @Test
    void aDraftNobodyNeedsIsDeleted() {
        Visitor office = signedInAs("office");
        String edit = make(office, "thrown-away");
        office.submit(office.get(edit).expectFirst("form[action$=/removal]"), Map.of());
        assertThat(office.status(edit)).isEqualTo(404);
        assertThat(office.get("/processes").text()).doesNotContain("Made thrown-away");
    }

    private String make(Visitor who, String code) {
        Document made =
                who.submit(
                        who.get("/processes/new").expectFirst("main form"),
                        Map.of(
                                "code",
                                code,
                                "nameJa",
                                "手続 " + code,
                                "nameEn",
                                "Made " + code,
                                "kinds",
                                "matter"));
        return URI.create(made.location()).getPath();
    }

    private void addStep(
            Visitor who,
            String edit,
            String name,
            String kind,
            String body,
            Map<String, String> more) {
        Map<String, String> typed =
                new HashMap<>(
                        Map.of(
                                "nameJa",
                                "段階" + name,
                                "nameEn",
                                name,
                                "kind",
                                kind,
                                "body",
                                body(body)));
        typed.putAll(more);
        Document after =
                who.submit(
                        who.get(edit.replace("/edit", "/steps/new")).expectFirst("main form"),
                        typed);
        assertThat(after.location()).as(after.select(".problems").text()).contains("/edit");
    }

    private String body(String code) {
        return bodies.list().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private ReviewProcess process(String address) {
        String id = address.replace("/edit", "").replaceAll(".*/", "");
        return CurrentUser.SYSTEM.call(() -> processes.get(UUID.fromString(id)));
    }
}
