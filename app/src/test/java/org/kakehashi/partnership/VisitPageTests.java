package org.kakehashi.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

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

class VisitPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Units units;

    private UUID partner = new UUID(0, 0);

    @BeforeAll
    void institution() {
        partner =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "University of Aarhus")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
    }

    @ParameterizedTest
    @CsvSource({"ja, 来訪, 対応", "en, They came, Follow up"})
    void aVisitIsRecordedShownOnTheProfileAndWhatFollowsIsATask(
            String language, String came, String task) {
        Visitor office = signedInAs("office").reads(language);
        Document shown = record(office, "ENG", "2031-05-10", "");
        assertThat(shown.select("main").text()).contains("Aarhus", came, "学長表敬");
        assertThat(office.get("/organizations/" + partner).select("main").text()).contains("学長表敬");
        assertThat(office.get("/visits?show=coming").select("main").text()).contains("Aarhus");
        Document added =
                office.submit(
                        shown.expectFirst("main form[action$=/follow-ups]"),
                        Map.of(
                                "what",
                                "礼状 " + language,
                                "responsible",
                                "member",
                                "due",
                                "2031-06-01"));
        assertThat(added.select("main").text()).contains("礼状 " + language);
        Visitor member = signedInAs("member").reads(language);
        assertThat(member.get("/tasks").select("main").text()).contains("礼状 " + language, task);
        String page = shown.location().replaceFirst(".*(/visits/.*)", "$1");
        Element close = member.get(page).expectFirst("main form[action$=/done]");
        member.submit(close, Map.of());
        assertThat(member.get("/tasks").select("main").text()).doesNotContain("礼状 " + language);
        assertThat(office.download("/visits?show=coming&format=xlsx").body()).startsWith('P', 'K');
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        Visitor office = signedInAs("office").reads("en");
        Document again = record(office, "ENG", "2031-05-10", "2031-05-01");
        assertThat(again.select(".problems").text()).contains("cannot lie before");
        assertThat(again.expectFirst("#minutesJa").text()).isEqualTo("記録の本文");
        Document nobody =
                office.submit(
                        again.expectFirst("main form"),
                        Map.of("partner", "", "partnerText", "?", "from", "soon"));
        assertThat(nobody.select(".problems").text()).contains("Choose the partner", "Type a day");
    }

    @Test
    void aDepartmentChangesItsOwnVisitsOnly() {
        Visitor office = signedInAs("office").reads("en");
        String foreign =
                record(office, "LAW", "2031-07-01", "")
                        .location()
                        .replaceFirst(".*(/visits/.*)", "$1");
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.status(foreign)).isEqualTo(200);
        assertThat(member.status(foreign + "/edit")).isEqualTo(403);
        assertThat(member.get(foreign).select("main form")).isEmpty();
        assertThat(signedInAs("executive").status("/visits/new")).isEqualTo(403);
    }

    @Test
    void whoComesSecondIsTold() {
        Visitor office = signedInAs("office").reads("en");
        String page =
                record(office, "ENG", "2031-08-01", "")
                        .location()
                        .replaceFirst(".*(/visits/.*)", "$1");
        Element first = office.get(page + "/edit").expectFirst("main form");
        Element second = office.get(page + "/edit").expectFirst("main form");
        office.submit(first, Map.of("hosts", "Dean"));
        Document told = office.submit(second, Map.of("hosts", "President"));
        assertThat(told.select(".problems")).isNotEmpty();
        assertThat(office.get(page).select("main").text()).contains("Dean");
    }

    private Document record(Visitor office, String unit, String from, String until) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("partner", partner.toString());
        fields.put("partnerText", "University of Aarhus");
        fields.put("direction", "inbound");
        fields.put("unit", units.findByNameOrCode(unit).orElseThrow().id().toString());
        fields.put("from", from);
        fields.put("until", until);
        fields.put("purposeJa", "学長表敬");
        fields.put("minutesJa", "記録の本文");
        return office.submit(office.get("/visits/new").expectFirst("main form"), fields);
    }
}
