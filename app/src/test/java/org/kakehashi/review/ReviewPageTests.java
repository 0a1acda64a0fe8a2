package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Reviews as the office, the vice-president and a department use them.
class ReviewPageTests extends ApplicationTest {
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Units units;
    @Autowired Agreements agreements;

    private UUID process;

    @BeforeAll
    void publish() {
        process = published("hokkaido", "ours");
    }

    @Test
    void aMatterGoesThroughEveryStepToItsApproval() {
        Visitor office = signedInAs("office");
        Visitor executive = signedInAs("executive");
        String address = propose(office, "The whole way", process);
        assertThat(office.get(address).text()).contains("Vice-president looks at the proposal");
        assertThat(office.get(address).select("form[action*=/steps/]")).isEmpty();
        for (int step = 0; step < 6; step++) {
            Document page = executive.get(address);
            Visitor who = page.select("form[action*=/steps/]").isEmpty() ? office : executive;
            Document after = act(who, address, first(who, address), "");
            assertThat(after.select(".problems")).isEmpty();
        }
        Document over = office.get(address);
        assertThat(over.select(".badge").first().text()).contains("Approved");
        assertThat(over.select(".history").text()).contains("Put to review", "Approved", "Signed");
        assertThat(over.select("main").text()).contains("one case");
    }

    @Test
    void aReturnTellsWhyAndTheProposerPutsItForwardAgain() {
        Visitor office = signedInAs("office");
        Visitor executive = signedInAs("executive");
        String address = propose(office, "To be corrected", process);
        Document refused = act(executive, address, "return", "");
        assertThat(refused.select(".problems").text()).contains("reason");
        act(executive, address, "return", "State the term");
        Document returned = office.get(address);
        assertThat(returned.select("main").text()).contains("State the term", "Returned");
        assertThat(executive.get(address).select("form[action*=/steps/]")).isEmpty();
        Document again =
                office.submit(
                        returned.expectFirst("form[action$=/resubmit]"),
                        Map.of("comment", "Five years"));
        assertThat(again.select(".badge").first().text()).contains("Under review");
        assertThat(executive.get(address).select("form[action*=/steps/]")).hasSize(1);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsToldWhatChanged() {
        Visitor office = signedInAs("office");
        Visitor first = signedInAs("executive");
        Visitor second = signedInAs("executive");
        String address = propose(office, "Two at once", process);
        Document slow = second.get(address);
        act(first, address, "favourable", "");
        Element form = slow.expectFirst("form[action*=/steps/]");
        Map<String, String> typed =
                new LinkedHashMap<>(Map.of("outcome", "return", "comment", "Wait, I object"));
        var response = second.post(form, typed);
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body())
                .contains("Somebody acted on this case", "No objection")
                .contains("Vice-president looks at the proposal form");
        ReviewCase after = CurrentUser.SYSTEM.call(() -> cases.get(id(address)));
        assertThat(after.state().status()).isEqualTo(CaseState.Status.RUNNING);
        assertThat(after.events().stream().map(one -> one.event().comment()))
                .doesNotContain("Wait, I object");
    }

    @Test
    void aChecklistMustBeTickedAndEvidenceGiven() {
        Visitor office = signedInAs("office");
        Visitor executive = signedInAs("executive");
        String address = propose(office, "With a checklist", process);
        act(executive, address, "favourable", "");
        Document page = office.get(address);
        Element form = page.expectFirst("form[action*=/steps/]");
        Document refused = office.submit(form, Map.of("outcome", "favourable"));
        assertThat(refused.select(".problems").text()).contains("checklist");
        Map<String, String> ticked = new LinkedHashMap<>(Map.of("outcome", "favourable"));
        form.select("input[type=checkbox]").forEach(box -> ticked.put(box.attr("name"), "1"));
        Document without = office.submit(form, ticked);
        assertThat(without.select(".problems").text()).contains("asks for evidence");
        assertThat(without.select("input[type=checkbox][checked]")).hasSize(3);
        form.select("input[name^=evidence-]")
                .forEach(field -> ticked.put(field.attr("name"), "Report of 2025"));
        assertThat(office.submit(form, ticked).select(".problems")).isEmpty();
        assertThat(executive.get(address).text()).contains("Vice-president forwards the result");
    }

    @Test
    void whoHasNothingToDoWithItSeesAndDoesNothing() {
        Visitor office = signedInAs("office");
        Visitor member = signedInAs("member");
        String address = propose(office, "Of another school", process, "SCI");
        assertThat(member.status(address)).isEqualTo(404);
        assertThat(member.get("/reviews").select("main").text())
                .doesNotContain("Of another school");
        assertThat(visitor().get("/reviews").select("#cases, .filter-bar")).isEmpty();
        String path = address + "/steps/" + new UUID(0, 0);
        assertThat(member.forge(path, Map.of("version", "2", "outcome", "approved")))
                .isEqualTo(403);
        assertThat(member.get("/processes").select("form")).isNotNull();
        assertThat(
                        member.get("/processes/" + process)
                                .select("form[action*=/copy], form[action*=/retire]"))
                .isEmpty();
    }

    @Test
    void anAgreementUnderPreparationIsPutToReviewAndSaysSo() {
        UUID id = CurrentUser.SYSTEM.call(() -> agreements.create(proposed()));
        Visitor office = signedInAs("office");
        Document page = office.get("/agreements/" + id);
        String propose = page.expectFirst("a[href^=/reviews/propose]").attr("href");
        Document shown =
                office.submit(
                        office.get(propose).expectFirst("main form"),
                        Map.of("process", process.toString()));
        assertThat(shown.select("h1").text()).contains("Somewhere College");
        Document after = office.get("/agreements/" + id);
        assertThat(after.select("main").text()).contains("Under review");
        assertThat(after.select("a[href^=/reviews/propose]")).isEmpty();
        assertThat(
                        office.submit(
                                        office.get(propose).expectFirst("main form"),
                                        Map.of("process", process.toString()))
                                .select(".problems")
                                .text())
                .contains("already");
    }

    @ParameterizedTest
    @CsvSource({"ja, 北海道大学, その後変更されている可能性", "en, Hokkaido University, may have changed"})
    void examplesAreNamedWithTheirSource(String language, String university, String warning) {
        Visitor office = signedInAs("office").reads(language);
        Document list = office.get("/processes");
        assertThat(list.select("#examples tbody tr")).hasSize(8);
        assertThat(list.select("#examples").text()).contains(university);
        String example = Objects.requireNonNull(list.select("#examples a").last()).attr("href");
        Document page = office.get(example);
        assertThat(page.select(".flash").text()).contains(warning);
        assertThat(page.select("svg text")).isNotEmpty();
        page.select("svg text")
                .forEach(text -> assertThat(text.hasAttr("style")).as(text.html()).isFalse());
    }

    @Test
    void wordsOfPeopleAreNeverMarkup() {
        Visitor office = signedInAs("office");
        String hostile = "<script>alert(1)</script>\"'>";
        String address = propose(office, hostile, process);
        Document page = office.get(address);
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select("h1").text()).contains("<script>");
        Document list = office.get("/reviews?q=" + "%3Cscript%3E");
        assertThat(list.select("#cases tbody tr")).hasSize(1);
        assertThat(list.select("main script")).isEmpty();
    }

    private AgreementContent proposed() {
        AgreementContent plain =
                AgreementContent.of(
                        AgreementContent.Level.UNIVERSITY,
                        java.util.List.of(),
                        Term.UNKNOWN,
                        java.util.List.of(Party.written("Somewhere College", null)),
                        java.util.List.of(HomeUnit.responsible(unit("ENG"))));
        return new AgreementContent(
                plain.title(),
                plain.level(),
                plain.kinds(),
                plain.visibility(),
                true,
                plain.term(),
                null,
                plain.parties(),
                plain.homeUnits(),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                plain.notes());
    }

    private UUID published(String example, String code) {
        return CurrentUser.SYSTEM.call(() -> {
            UUID original =
                    processes.list().stream()
                            .filter(one -> one.code().equals(example))
                            .findFirst()
                            .orElseThrow()
                            .id();
            UUID copy = processes.copy(original, code, new Bilingual("手続", "Ours"));
            processes.publish(copy, 0);
            return copy;
        });
    }

    private String propose(Visitor office, String title, UUID process) {
        return propose(office, title, process, "ENG");
    }

    private String propose(Visitor office, String title, UUID by, String unit) {
        Document matter =
                office.submit(
                        office.get("/matters/new").expectFirst("main form"),
                        Map.of(
                                "titleEn",
                                title,
                                "level",
                                "university",
                                "units",
                                unit(unit).toString(),
                                "burden",
                                "no"));
        String link = matter.expectFirst("a[href^=/reviews/propose]").attr("href");
        Document shown =
                office.submit(
                        office.get(link).expectFirst("main form"),
                        Map.of("process", by.toString()));
        return URI.create(shown.location()).getPath();
    }

    private static Document act(Visitor who, String address, String outcome, String comment) {
        Element form = who.get(address).expectFirst("form[action*=/steps/]");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("outcome", outcome);
        typed.put("comment", comment);
        form.select("input[type=checkbox]").forEach(box -> typed.put(box.attr("name"), "1"));
        form.select("input[name^=evidence-]")
                .forEach(field -> typed.put(field.attr("name"), "Report of 2025"));
        return who.submit(form, typed);
    }

    private static String first(Visitor who, String address) {
        return who.get(address)
                .expectFirst("form[action*=/steps/] input[name=outcome]")
                .attr("value");
    }

    private UUID unit(String code) {
        return units.findByNameOrCode(code).orElseThrow().id();
    }

    private static UUID id(String address) {
        return UUID.fromString(address.replaceAll(".*/", ""));
    }
}
