package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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

/// The pages of the register, as the office and a department use them.
class AgreementPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Units units;

    private UUID bonn;

    @BeforeAll
    void partner() {
        bonn =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "University of Bonn")
                        .set(ORGANIZATIONS.NAME_JA, "ボン大学")
                        .set(ORGANIZATIONS.NAME_EN, "University of Bonn")
                        .set(ORGANIZATIONS.COUNTRY, "DE")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 協定一覧, 有効, ドイツ, 工学研究科, 2100年3月31日",
        "en, Agreements, In force, Germany, Graduate School of Engineering, 'Mar 31, 2100'"
    })
    void anAgreementIsRecordedListedAndShown(
            String language,
            String heading,
            String status,
            String country,
            String unit,
            String end) {
        Visitor office = signedInAs("office").reads(language);
        Document shown = record(office, "2017年4月7日", "2100.3.31");
        assertThat(shown.select("h1").text()).contains(language.equals("ja") ? "ボン大学" : "Bonn");
        assertThat(shown.select("main").text()).contains(status, country, unit, end, "2017年4月7日");
        Document list =
                office.get("/agreements?q=bonn&status=in_force&country=DE&level=university");
        assertThat(list.select("h1").text()).isEqualTo(heading);
        assertThat(list.select("#agreements tbody tr")).isNotEmpty();
        assertThat(list.select("#agreements tbody").text()).contains(status, country, unit);
        assertThat(office.get("/agreements?q=bonn&status=ended").select("#agreements")).isEmpty();
    }

    @Test
    void whatWasTypedIsNeverLost() {
        Visitor office = signedInAs("office").reads("en");
        Map<String, String> typed = fields("05/06/2019", "2018-03-31");
        typed.put("notesJa", "覚え書き");
        Document again = office.submit(form(office), typed);
        assertThat(again.select(".problems").text()).contains("2019-05-06", "2019-06-05");
        assertThat(again.expectFirst("#start").val()).isEqualTo("05/06/2019");
        assertThat(again.expectFirst("#notesJa").text()).isEqualTo("覚え書き");
        assertThat(again.expectFirst("#end").attr("aria-invalid")).isEmpty();
        assertThat(again.expectFirst("#start").attr("aria-invalid")).isEqualTo("true");
        Map<String, String> corrected = Map.of("start", "2019-05-06");
        Document twice = office.submit(again.expectFirst("main form"), corrected);
        assertThat(twice.select(".field-problem, .field-error").text())
                .contains("before the start");
        Document shown = office.submit(twice.expectFirst("main form"), Map.of("end", "2100-03-31"));
        assertThat(shown.select("main").text()).contains("覚え書き", "In force");
    }

    @Test
    void groupsGrowAndShrinkWithoutLosingAnything() {
        Visitor office = signedInAs("office");
        Map<String, String> typed = fields("2017", "");
        typed.put("button", "add:party");
        Document two = office.submit(form(office), typed);
        assertThat(two.expectFirst("#party0").val()).isEqualTo("University of Bonn");
        Document three =
                office.submit(
                        two.expectFirst("main form"),
                        Map.of("party1Text", "Somewhere College", "button", "add:annex"));
        assertThat(three.select("#annex0Kind")).hasSize(1);
        Document one =
                office.submit(three.expectFirst("main form"), Map.of("button", "remove:party:0"));
        assertThat(one.expectFirst("#party0").val()).isEqualTo("Somewhere College");
        assertThat(one.select("#party1")).isEmpty();
        assertThat(one.expectFirst("#start").val()).isEqualTo("2017");
    }

    @Test
    void whoComesSecondKeepsTheirWords() {
        Visitor first = signedInAs("office");
        Visitor second = signedInAs("office");
        String edit = record(first, "2017-04-07", "2100-03-31").location() + "/edit";
        Document slow = second.get(path(edit));
        first.submit(first.get(path(edit)).expectFirst("main form"), Map.of("titleEn", "First"));
        Document refused =
                second.submit(slow.expectFirst("main form"), Map.of("titleEn", "Second"));
        assertThat(refused.select(".problems").text()).contains("Someone else changed");
        assertThat(refused.expectFirst("#titleEn").val()).isEqualTo("Second");
    }

    @ParameterizedTest
    @CsvSource({"ja, 終了, 双方の合意, 登録", "en, Ended, Ended by consent, Recorded"})
    void endingSaysWhyAndIsTakenBack(
            String language, String ended, String reason, String recorded) {
        Visitor office = signedInAs("office").reads(language);
        String page = path(record(office, "2017-04-07", "2100-03-31").location());
        Document form = office.get(page + "/end");
        Document refused = office.submit(form.expectFirst("main form"), Map.of("on", "sometime"));
        assertThat(refused.select("[aria-invalid=true]")).hasSize(2);
        Document shown =
                office.submit(
                        refused.expectFirst("main form"),
                        Map.of("on", "2020年3月", "reason", "by_consent", "noteJa", "合意"));
        assertThat(shown.select(".badge").text()).contains(ended);
        assertThat(shown.select("main").text()).contains(reason, "2020");
        Document history = office.get(page + "/history");
        assertThat(history.select(".history > li")).hasSize(2);
        assertThat(history.select(".history").text()).contains(recorded, ended, reason);
        Document open = office.submit(shown.expectFirst("dialog form"), Map.of());
        assertThat(open.select(".badge").text()).doesNotContain(ended);
        assertThat(office.get(page + "/history").select(".history > li")).hasSize(3);
    }

    @Test
    void aMemberChangesOnlyTheirOwn() {
        Visitor office = signedInAs("office");
        Map<String, String> law = fields("2017-04-07", "2100-03-31");
        law.put("unit0", unit("LAW"));
        String foreign = path(office.submit(form(office), law).location());
        Visitor member = signedInAs("member").reads("en");
        Document page = member.get(foreign);
        assertThat(page.select("a[href$=/edit]")).isEmpty();
        assertThat(page.select("main").text()).contains("your own units only");
        assertThat(member.status(foreign + "/edit")).isEqualTo(403);
        Map<String, String> forged = fields("2017-04-07", "2100-03-31");
        forged.put("unit0", unit("LAW"));
        Document refused = member.submit(form(member), forged);
        assertThat(refused.select(".problems").text()).contains("Choose one of your own units");
        assertThat(path(record(member, "2018", "2100").location())).startsWith("/agreements/");
        assertThat(signedInAs("executive").status("/agreements/new")).isEqualTo(403);
    }

    @Test
    void exportsHoldTheListAndRunNothing() {
        Visitor office = signedInAs("office").reads("ja");
        Map<String, String> typed = fields("2017-04-07", "2100-03-31");
        typed.put("titleEn", "=HYPERLINK(\"http://example.com\")");
        typed.put("titleJa", "数式の協定");
        office.submit(form(office), typed);
        String query = "/agreements?q=" + "HYPERLINK" + "&format=";
        byte[] csv = office.download(query + "csv").body();
        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).contains("数式の協定", "'=HYPERLINK", "ボン大学").doesNotContain("\"=HYPERLINK");
        assertThat(
                        new String(
                                office.download(query + "csv-cp932").body(),
                                Charset.forName("windows-31j")))
                .contains("数式の協定");
        assertThat(office.download(query + "xlsx").body()).startsWith('P', 'K');
    }

    @Test
    void aViewIsKeptForItsOwner() {
        Visitor office = signedInAs("office");
        record(office, "2017-04-07", "2100-03-31");
        Document list =
                office.get("/agreements?country=DE&sort=-end&columns=status&columns=title&page=1");
        Document saved =
                office.submit(
                        list.expectFirst("form[action=/agreements/views]"),
                        Map.of("name", "Germany"));
        assertThat(saved.select("thead th")).hasSize(3);
        Element view = saved.expectFirst("a:containsOwn(Germany)[href*=country]");
        assertThat(office.get(view.attr("href")).select("#agreements tbody tr")).isNotEmpty();
        assertThat(
                        signedInAs("member")
                                .get("/agreements")
                                .select("a:containsOwn(Germany)[href*=sort]"))
                .isEmpty();
        Document without = office.submit(saved.expectFirst("form[action$=/delete]"), Map.of());
        assertThat(without.select("a:containsOwn(Germany)[href*=sort]")).isEmpty();
    }

    @Test
    void strangersAreSentToTheDoorAndOddAddressesAnswered() {
        assertThat(visitor().get("/agreements").select("form[action=/sign-in]")).hasSize(1);
        Visitor office = signedInAs("office");
        assertThat(
                        office.status(
                                "/agreements?country=XX&kind=%27&unit=1&started=x&asOf=never&within=-1&page=99999&sort=%3B"))
                .isEqualTo(200);
        assertThat(office.status("/agreements/" + UUID.randomUUID())).isEqualTo(404);
    }

    private Document record(Visitor visitor, String start, String end) {
        return visitor.submit(form(visitor), fields(start, end));
    }

    private static Element form(Visitor visitor) {
        return visitor.get("/agreements/new").expectFirst("main form[action=/agreements/new]");
    }

    private Map<String, String> fields(String start, String end) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("party0", bonn.toString());
        fields.put("party0Text", "University of Bonn");
        fields.put("unit0", unit("ENG"));
        fields.put("level", "university");
        fields.put("kinds", "student_exchange");
        fields.put("term", end.isEmpty() ? "unknown" : "fixed");
        fields.put("start", start);
        fields.put("end", end);
        return fields;
    }

    private String unit(String code) {
        return units.findByNameOrCode(code).orElseThrow().id().toString();
    }

    private String path(String location) {
        return location.replace(address(), "");
    }
}
