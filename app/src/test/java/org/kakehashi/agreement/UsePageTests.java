package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of places and their use.
class UsePageTests extends ApplicationTest {
    private static final int YEAR = FiscalYear.of(LocalDate.now()).year();

    @Autowired Units units;

    @ParameterizedTest
    @CsvSource({"ja, 受入れ, 入力, 不明", "en, Inbound, Typed, Unknown"})
    void useIsRecordedShownAndTakenOff(
            String language, String inbound, String typed, String unknown) {
        Visitor office = signedInAs("office").reads(language);
        String agreement = agreement(office, "ENG", "Graz " + language);
        Element form = office.get(agreement + "/use").expectFirst("main form[action$=/use]");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("year", "" + YEAR);
        fields.put("direction", "inbound");
        fields.put("period", "year");
        fields.put("persons", "７");
        Document shown = office.submit(form, fields);
        assertThat(shown.select("#activities ~ div tbody, section table").text())
                .contains(inbound, "7", typed, unknown);
        assertThat(office.get("/agreements/balance").select("main").text())
                .contains("Graz " + language);
        Document gone = office.submit(shown.expectFirst("main form[action$=/remove]"), Map.of());
        assertThat(gone.select("main form[action$=/remove]")).isEmpty();
    }

    @Test
    void aListIsReadWhollyOrNotAtAllAndSaysWhichRowIsWrong() {
        Visitor office = signedInAs("office").reads("ja");
        String agreement = agreement(office, "ENG", "Linz");
        String number = number(office, agreement);
        Document wrong =
                read(
                        office,
                        "協定番号,年度,方向,期間,人数\n%s,%d,受入れ,1年間,3\nA-1900-9999,%d,受入れ,1年間,3\n%s,%d,斜め,1年間,3\n"
                                .formatted(number, YEAR, YEAR, number, YEAR));
        assertThat(wrong.select(".problems").text()).contains("3行目", "4行目");
        assertThat(office.get(agreement + "/use").select("form[action$=/remove]")).isEmpty();
        Document done =
                read(
                        office,
                        "協定番号,年度,方向,期間,人数\n%s,%d年度,受入れ,1年間,3人\n%s,%d,派遣,1年間,\n"
                                .formatted(number, YEAR, number, YEAR));
        assertThat(done.select("main").text()).contains("2行を取り込みました");
        assertThat(office.get(agreement + "/use").select("main").text())
                .contains("use.csv 2行目", "不明");
        assertThat(read(office, "何か,別の\n1,2\n").select(".problems").text()).contains("見出し");
        assertThat(office.download("/agreements/balance?show=all&format=xlsx").body())
                .startsWith('P', 'K');
    }

    @Test
    void aDepartmentRecordsUseOfItsOwnOnly() {
        Visitor office = signedInAs("office").reads("en");
        String foreign = agreement(office, "LAW", "Wien");
        String number = number(office, foreign);
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.get(foreign + "/use").select("main form[action$=/use]")).isEmpty();
        assertThat(
                        read(
                                        member,
                                        "number,year,direction,persons\n%s,%d,inbound,3\n"
                                                .formatted(number, YEAR))
                                .select(".problems")
                                .text())
                .contains("No agreement that you may change");
        assertThat(
                        signedInAs("executive")
                                .get("/agreements/balance")
                                .select("main form[method=post]"))
                .isEmpty();
    }

    private static Document read(Visitor visitor, String text) {
        Element form =
                visitor.get("/agreements/balance")
                        .expectFirst("main form[action=/agreements/balance]");
        return visitor.upload(
                form, "file", "use.csv", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static String number(Visitor office, String agreement) {
        return office.get(agreement)
                .select("aside")
                .text()
                .replaceFirst(".*?(A-\\d{4}-\\d{4}).*", "$1");
    }

    private String agreement(Visitor office, String unit, String partner) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("party0Text", partner);
        fields.put("unit0", units.findByNameOrCode(unit).orElseThrow().id().toString());
        fields.put("term", "fixed");
        fields.put("start", "2020-04-01");
        fields.put("end", "2100-03-31");
        fields.put("annexCount", "1");
        fields.put("annex0Kind", "student_exchange");
        fields.put("annex0In", "5");
        fields.put("annex0Out", "5");
        fields.put("annex0Per", "persons_per_year");
        Element form =
                office.get("/agreements/new").expectFirst("main form[action=/agreements/new]");
        return office.submit(form, fields).location().replaceFirst(".*(/agreements/.*)", "$1");
    }
}
