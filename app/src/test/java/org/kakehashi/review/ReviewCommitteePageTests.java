package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Users;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.kakehashi.ui.Dates;
import org.springframework.beans.factory.annotation.Autowired;

/// Committees and their meetings as secretaries run them.
class ReviewCommitteePageTests extends ApplicationTest {
    @Autowired Users users;

    private final LocalDate today = LocalDate.now(Dates.zone());

    @Test
    void aCommitteeIsMadeRenamedAndRetired() {
        Visitor office = signedInAs("office");
        String address = make(office, "made_committee");
        assertThat(office.get(address).text()).contains("Two thirds", "Consensus");
        Element form = office.get(address + "/edit").expectFirst("main form");
        office.submit(form, Map.of("nameEn", "Renamed committee", "retired", "true"));
        Document list = office.get("/committees");
        assertThat(list.select("#committees").text()).doesNotContain("Renamed committee");
        assertThat(list.select("[aria-labelledby=retired-heading]").text())
                .contains("Renamed committee");
        assertThat(signedInAs("member").status(address + "/edit")).isEqualTo(403);
    }

    @Test
    void whoSavesACommitteeSecondKeepsTheirWords() {
        Visitor office = signedInAs("office");
        String address = make(office, "contested");
        Element first = office.get(address + "/edit").expectFirst("main form");
        Element second = signedInAs("admin").get(address + "/edit").expectFirst("main form");
        office.submit(first, Map.of("nameEn", "Named first"));
        Visitor admin = signedInAs("admin");
        Element own = admin.get(address + "/edit").expectFirst("main form");
        own.expectFirst("[name=version]").val(second.expectFirst("[name=version]").val());
        HttpResponse<String> late = admin.post(own, Map.of("nameEn", "Named second"));
        assertThat(late.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(late.body());
        assertThat(page.select("#differences").text()).contains("Named first", "Named second");
        assertThat(page.select("[name=nameEn]").val()).isEqualTo("Named second");
    }

    @Test
    void badCommitteesAreRefused() {
        Visitor office = signedInAs("office");
        make(office, "taken_code");
        for (Map<String, String> wrong :
                java.util.List.of(
                        Map.of("code", "taken_code"),
                        Map.of("code", "Not A Code"),
                        Map.of("code", "ok_code", "nameEn", ""),
                        Map.of("code", "ok_code", "kind", "circle"))) {
            Map<String, String> typed = fields("ok_code");
            typed.putAll(wrong);
            assertThat(
                            office.post(
                                            office.get("/committees/new").expectFirst("main form"),
                                            typed)
                                    .statusCode())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
    }

    @Test
    void nobodySitsTwiceAtTheSameTimeAndATermEndedOnItsFirstDayIsNone() {
        Visitor office = signedInAs("office");
        String address = make(office, "terms");
        Document once = seat(office, address, "office", "chair", today, null);
        assertThat(once.select("#members tbody tr")).hasSize(1);
        Document twice = seat(office, address, "office", "member", today.plusDays(30), null);
        assertThat(twice.select(".problems").text()).contains("already has a term");
        office.submit(once.expectFirst("form[action$=/end]"), Map.of());
        assertThat(office.get(address).select("#members tbody tr")).isEmpty();
        seat(office, address, "office", "member", today.minusDays(20), today.minusDays(10));
        Document next = seat(office, address, "office", "chair", today.minusDays(9), null);
        assertThat(next.select(".problems")).isEmpty();
        assertThat(next.select("#members tbody tr")).hasSize(2);
    }

    @Test
    void aMeetingIsMovedCancelledAndPrintsItsAgenda() {
        Visitor office = signedInAs("office");
        String address = make(office, "meets");
        seat(office, address, "office", "chair", today, null);
        String meeting = call(office, address);
        Document refused =
                office.submit(
                        office.get(meeting).expectFirst("form[action$=/plan]"),
                        Map.of("online", "http://plain.example.ac.jp", "placeEn", "Kept words"));
        assertThat(refused.select(".problems").text()).contains("https");
        assertThat(refused.select("[name=placeEn]").val()).isEqualTo("Kept words");
        Document backwards =
                office.submit(
                        office.get(meeting).expectFirst("form[action$=/plan]"),
                        Map.of("starts", "16:00", "ends", "15:00"));
        assertThat(backwards.select(".problems").text()).contains("after the beginning");
        Document moved =
                office.submit(
                        office.get(meeting).expectFirst("form[action$=/plan]"),
                        Map.of("starts", "15:00", "ends", "16:00", "placeEn", "Hall"));
        assertThat(moved.text()).contains("15:00–16:00", "Hall");
        office.submit(
                moved.expectFirst("form[action$=/items]"),
                Map.of("titleJa", "=1+1 議題", "titleEn", "First item"));
        Document agenda = office.get(meeting + "/agenda");
        assertThat(agenda.select("#agenda tbody tr")).hasSize(1);
        assertThat(agenda.text()).contains("First item", "=1+1 議題", "Hall");
        byte[] file = office.download(meeting + "/agenda?format=xlsx").body();
        assertThat(file).startsWith((byte) 'P', (byte) 'K');
        Document cancelled =
                office.submit(
                        office.get(meeting).expectFirst("form[action$=/cancellation]"), Map.of());
        assertThat(cancelled.select(".badge").first().text()).isEqualTo("Cancelled");
        assertThat(cancelled.select("form[action$=/plan], form[action$=/items]")).isEmpty();
    }

    @Test
    void ofTwoWhoWriteTheMinutesTheSecondSeesBothTextsAndPutsThemTogether() {
        Visitor office = signedInAs("office");
        Visitor admin = signedInAs("admin");
        String address = make(office, "minutes_two");
        seat(office, address, "office", "chair", today, null);
        String meeting = call(office, address);
        Element first = office.get(meeting).expectFirst("form[action$=/minutes]");
        Element second = admin.get(meeting).expectFirst("form[action$=/minutes]");
        office.submit(first, Map.of("minutesJa", "先の議事録", "minutesEn", "Written first"));
        HttpResponse<String> late =
                admin.post(second, Map.of("minutesJa", "後の議事録", "minutesEn", "Written second"));
        assertThat(late.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(late.body());
        assertThat(page.select(".problems").text()).contains("saved the minutes before you");
        assertThat(page.select(".minutes").text()).contains("Written first");
        assertThat(page.select("[name=minutesEn]").val()).isEqualTo("Written second");
        Document merged =
                admin.submit(
                        page.expectFirst("form[action$=/minutes]"),
                        Map.of("minutesEn", "Written first. Written second"));
        assertThat(merged.select("[name=minutesEn]").val())
                .isEqualTo("Written first. Written second");
    }

    @Test
    void aDeclaredConflictIsNeverLeftOutAndTheDecisionIsFound() {
        Visitor office = signedInAs("office");
        Visitor executive = signedInAs("executive");
        String address = make(office, "conflicted");
        seat(office, address, "office", "chair", today, null);
        seat(office, address, "executive", "member", today, null);
        String meeting = call(office, address);
        office.submit(
                office.get(meeting).expectFirst("form[action$=/items]"),
                Map.of("titleEn", "A delicate matter"));
        Document declared =
                executive.submit(
                        executive.get(meeting).expectFirst("form[action$=/conflict]"), Map.of());
        assertThat(declared.text()).contains("You declared a conflict of interest");
        Document page = office.get(meeting);
        Element attendance = page.expectFirst("form[action$=/attendance]");
        attendance.select("input[type=checkbox]").forEach(box -> box.attr("checked", ""));
        String me = attendance.select("input[type=checkbox]").first().val();
        office.submit(attendance, Map.of("present", me));
        Element decision = office.get(meeting).expectFirst("form[action$=/decisions]");
        decision.select("input[name=conflicts]").forEach(box -> box.removeAttr("checked"));
        Document decided =
                office.submit(
                        decision,
                        Map.of(
                                "result", "approved",
                                "inFavour", "1",
                                "decisionEn", "Carefully approved"));
        assertThat(decided.select(".problems")).isEmpty();
        assertThat(decided.select("article").text()).contains("D-", "conflict");
        Document found = office.get("/decisions?q=carefully%20DELICATE");
        assertThat(found.select("#decisions tbody tr")).hasSize(1);
        assertThat(office.get("/decisions?q=unheard-of").select("#decisions")).isEmpty();
        assertThat(signedInAs("member").get("/decisions").text())
                .doesNotContain("Carefully approved");
        assertThat(
                        new String(
                                office.download("/decisions?format=csv").body(),
                                java.nio.charset.StandardCharsets.UTF_8))
                .contains("Carefully approved");
    }

    @Test
    void papersOfAnItemAreReadByMembersOnlyAndKeepTheItem() {
        Visitor office = signedInAs("office");
        String address = make(office, "papers");
        seat(office, address, "office", "chair", today, null);
        String meeting = call(office, address);
        Document page =
                office.submit(
                        office.get(meeting).expectFirst("form[action$=/items]"),
                        Map.of("titleEn", "With a paper"));
        String add = page.expectFirst("a[href^=/documents/of/agenda_item/]").attr("href");
        Element form = office.get(add).expectFirst("main form[enctype]");
        office.upload(
                form,
                form.expectFirst("input[type=file]").attr("name"),
                "plan.txt",
                "The plan in words".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Map.of("titleEn", "Plan of the visit", "titleJa", "訪問計画"));
        Document with = office.get(meeting);
        assertThat(with.select("article").text()).contains("Plan of the visit");
        assertThat(office.get(meeting + "/agenda").text()).contains("Plan of the visit");
        String paper = with.expectFirst("article th a").attr("href");
        Visitor member = signedInAs("member");
        assertThat(office.status(paper)).isEqualTo(200);
        assertThat(member.status(paper)).isEqualTo(404);
        assertThat(member.status(add)).isEqualTo(404);
        Document kept = office.submit(with.expectFirst("article form[action$=/remove]"), Map.of());
        assertThat(kept.select(".problems").text()).contains("stays on the agenda");
    }

    private Map<String, String> fields(String code) {
        return new HashMap<>(
                Map.of(
                        "code", code,
                        "kind", "committee",
                        "nameJa", "会議 " + code,
                        "nameEn", "Committee " + code,
                        "role", "",
                        "quorum", "two_thirds",
                        "decidesBy", "consensus"));
    }

    private String make(Visitor office, String code) {
        Document made =
                office.submit(office.get("/committees/new").expectFirst("main form"), fields(code));
        assertThat(made.select(".problems")).isEmpty();
        return URI.create(made.location()).getPath();
    }

    private Document seat(
            Visitor office,
            String address,
            String login,
            String duty,
            LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate last) {
        UUID user = users.findByLogin(login).orElseThrow().id();
        return office.submit(
                office.get(address).expectFirst("form[action$=/members]"),
                Map.of(
                        "user",
                        user.toString(),
                        "duty",
                        duty,
                        "from",
                        from.toString(),
                        "lastDay",
                        last == null ? "" : last.toString()));
    }

    private String call(Visitor office, String address) {
        Document called =
                office.submit(
                        office.get(address).expectFirst("form[action$=/meetings]"),
                        Map.of("on", today.toString()));
        assertThat(called.select(".problems")).isEmpty();
        return URI.create(called.location()).getPath();
    }
}
