package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of memoranda, as the office uses them.
class MemorandumPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Units units;

    private UUID oslo;

    @BeforeAll
    void partner() {
        oslo =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "University of Oslo")
                        .set(ORGANIZATIONS.NAME_JA, "オスロ大学")
                        .set(ORGANIZATIONS.COUNTRY, "NO")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 学士課程(EQF 6), 不徴収が適用されます, 適用されません",
        "en, Bachelor (EQF 6), Fees are waived, Not waived"
    })
    void aMemorandumIsRecordedAndAnswersWhoPays(
            String language, String level, String applies, String refused) {
        Visitor office = signedInAs("office").reads(language);
        String agreement = agreement(office);
        Element form = office.get(agreement + "/annexes/new").expectFirst("main form");
        Document one = office.submit(form, Map.of("button", "add:condition"));
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("condition0Direction", "inbound");
        typed.put("condition0Places", "３");
        typed.put("condition0Levels", "6");
        typed.put("condition0Subjects", "0613 Software");
        typed.put("condition0Languages", "en b2");
        typed.put("condition0First", "2026/2027");
        typed.put("annexWaiver", "yes");
        typed.put("fees", "tuition");
        typed.put("article", "Art. 4");
        typed.put("waiverJa", "受入大学は授業料を徴収しない。");
        typed.put("waiverEn", "Tuition is not charged by the host.");
        Document shown = office.submit(one.expectFirst("main form"), typed);
        assertThat(shown.select("main").text())
                .contains(level, "0613 Software", "en B2", "2026/2027", "Art. 4");
        String annex = shown.location().replaceFirst(".*(/agreements/.*)", "$1");

        String ask = "/agreements/waiver?direction=inbound&from=2026-10-01&partner=" + oslo;
        Document yes = office.get(ask + "&partnerText=University+of+Oslo&level=6&field=0613");
        assertThat(yes.select("main").text()).contains(applies, "Art. 4");
        assertThat(yes.select("a[href=" + annex + "]")).isNotEmpty();
        Document no = office.get(ask + "&partnerText=University+of+Oslo&level=8&field=0613");
        assertThat(no.select("article").text()).contains(refused);
        assertThat(office.get(agreement).select("a[href=" + annex + "]")).isNotEmpty();
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingTypedIsLost() {
        Visitor office = signedInAs("office").reads("en");
        String agreement = agreement(office);
        Element form = office.get(agreement + "/annexes/new").expectFirst("main form");
        Document one = office.submit(form, Map.of("button", "add:condition"));
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("condition0First", "2027/2028");
        typed.put("condition0Last", "2026/2027");
        typed.put("condition0Subjects", "Informatics");
        typed.put("condition0Languages", "en Z9");
        typed.put("weightYear", "0");
        typed.put("waiverJa", "残る");
        Document again = office.submit(one.expectFirst("main form"), typed);
        assertThat(again.select(".problems").text())
                .contains("before the first", "ISCED-F", "CEFR", "above zero");
        assertThat(again.expectFirst("#waiverJa").text()).isEqualTo("残る");
        assertThat(again.expectFirst("#condition0Subjects").text()).isEqualTo("Informatics");
    }

    @Test
    void anAgreementIsTakenOverFromAFileAndGivenOutAgain() {
        Visitor office = signedInAs("office").reads("ja");
        String agreement = agreement(office);
        String given = new IiaSamples(new Random(3)).agreement();
        Element form = office.get(agreement + "/exchange").expectFirst("main form");
        office.upload(form, "file", "a.json", given.getBytes(StandardCharsets.UTF_8), Map.of());
        byte[] out = office.download(agreement + "/exchange/file?format=json").body();
        assertThat(IiaSamples.plain(Iia.JSON.readTree(out)))
                .isEqualTo(IiaSamples.plain(Iia.JSON.readTree(given)));
        Document refused =
                office.upload(
                        office.get(agreement + "/exchange").expectFirst("main form"),
                        "file",
                        "b.json",
                        "[]".getBytes(StandardCharsets.UTF_8),
                        Map.of());
        assertThat(refused.select("main").text()).contains("取り込めませんでした");
    }

    @Test
    void contactsGoOnlyToThoseWhoWorkOnTheAgreement() {
        Visitor office = signedInAs("office").reads("en");
        String agreement = agreement(office);
        Element form = office.get(agreement + "/exchange").expectFirst("main form");
        String given = new IiaSamples(new Random(5)).agreement();
        office.upload(form, "file", "a.json", given.getBytes(StandardCharsets.UTF_8), Map.of());
        Visitor executive = signedInAs("executive").reads("en");
        assertThat(executive.get(agreement + "/exchange").text())
                .contains("uni.example.be")
                .doesNotContain("Peeters");
        assertThat(executive.status(agreement + "/annexes/new")).isEqualTo(403);
    }

    private String agreement(Visitor office) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("party0", oslo.toString());
        fields.put("party0Text", "University of Oslo");
        fields.put("unit0", units.findByNameOrCode("ENG").orElseThrow().id().toString());
        fields.put("term", "fixed");
        fields.put("start", "2020-04-01");
        fields.put("end", "2100-03-31");
        Element form =
                office.get("/agreements/new").expectFirst("main form[action=/agreements/new]");
        return office.submit(form, fields).location().replaceFirst(".*(/agreements/.*)", "$1");
    }
}
