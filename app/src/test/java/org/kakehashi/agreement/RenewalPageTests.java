package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of renewals, as the office and a department use them.
class RenewalPageTests extends ApplicationTest {
    private static final LocalDate END = LocalDate.now().plusMonths(5);

    @Autowired Units units;

    @ParameterizedTest
    @CsvSource({"ja, 更新する, 判断済み", "en, Renew, Decided"})
    void aDecisionIsRecordedAndTheTermGoesOn(String language, String renew, String decided) {
        Visitor office = signedInAs("office").reads(language);
        String agreement = agreement(office, "ENG", "Lund " + language);
        assertThat(office.get("/agreements/renewals").select("main").text())
                .contains("Lund " + language);
        Element form =
                office.get(agreement + "/renewal").expectFirst("main form[action$=/renewal]");
        Document after =
                office.submit(
                        form, Map.of("decision", "renew", "newEnd", END.plusYears(5).toString()));
        assertThat(after.select("#decisions").isEmpty()).isFalse();
        assertThat(after.select("main").text()).contains(renew);
        Document list = office.get("/agreements/renewals?show=decided&within=12");
        assertThat(list.select(".tabs, nav").text()).contains(decided);
        assertThat(office.get("/agreements/renewals").select("table").text())
                .doesNotContain("Lund " + language);
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        Visitor office = signedInAs("office").reads("en");
        String agreement = agreement(office, "ENG", "Turku");
        Element form =
                office.get(agreement + "/renewal").expectFirst("main form[action$=/renewal]");
        Document again =
                office.submit(
                        form,
                        Map.of("decision", "renew", "newEnd", "2001-01-01", "reasonJa", "理由あり"));
        assertThat(again.select(".problems").text()).contains("after the last day");
        assertThat(again.expectFirst("#reasonJa").text()).isEqualTo("理由あり");
        Document nothing =
                office.submit(
                        again.expectFirst("main form[action$=/renewal]"),
                        Map.of("decision", "", "newEnd", ""));
        assertThat(nothing.select(".problems").text()).contains("Choose a decision");
    }

    @Test
    void manyAreRenewedFromTheListAndTheListIsAFile() {
        Visitor office = signedInAs("office").reads("en");
        String agreement = agreement(office, "ENG", "Bergen");
        String id = agreement.substring(agreement.lastIndexOf('/') + 1);
        Document list = office.get("/agreements/renewals?show=open&within=12");
        Element form = list.expectFirst("main form[method=post]");
        Document done = office.submit(form, Map.of("chosen", id, "years", "3"));
        assertThat(done.select("main").text()).contains("1 agreement was renewed");
        assertThat(office.download("/agreements/renewals?show=open&within=12&format=xlsx").body())
                .startsWith('P', 'K');
    }

    @Test
    void stepsAreConfiguredByTheOfficeOnly() {
        Visitor office = signedInAs("office").reads("ja");
        Element form =
                office.get("/agreements/renewals").expectFirst("form[action$=/renewals/steps]");
        Document wrong = office.submit(form, Map.of("end", "99"));
        assertThat(wrong.select(".problems").text()).contains("1~60");
        Document saved =
                office.submit(
                        wrong.expectFirst("form[action$=/renewals/steps]"),
                        Map.of("end", "１８、12,6", "notice", "3,1", "automatic", "6"));
        assertThat(saved.expectFirst("#end").val()).isEqualTo("18, 12, 6");
        assertThat(
                        signedInAs("member")
                                .get("/agreements/renewals")
                                .select("form[action$=/renewals/steps]"))
                .isEmpty();
    }

    @Test
    void aDepartmentDecidesAboutItsOwnOnly() {
        Visitor office = signedInAs("office").reads("en");
        String foreign = agreement(office, "LAW", "Porto");
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.get(foreign + "/renewal").select("main form[action$=/renewal]"))
                .isEmpty();
    }

    private String agreement(Visitor office, String unit, String partner) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("party0Text", partner);
        fields.put("unit0", units.findByNameOrCode(unit).orElseThrow().id().toString());
        fields.put("term", "fixed");
        fields.put("start", "2020-04-01");
        fields.put("end", END.toString());
        Element form =
                office.get("/agreements/new").expectFirst("main form[action=/agreements/new]");
        return office.submit(form, fields).location().replaceFirst(".*(/agreements/.*)", "$1");
    }
}
