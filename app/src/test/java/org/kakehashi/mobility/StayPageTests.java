package org.kakehashi.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.kernel.Tables.MAILS;
import static org.kakehashi.schema.mobility.Tables.STAYS;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.access.Units;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class StayPageTests extends ApplicationTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.ofHours(9));

    @Autowired DSLContext jooq;
    @Autowired Units units;

    private UUID partner = new UUID(0, 0);

    @BeforeAll
    void institution() {
        partner =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "University of Tartu")
                        .set(ORGANIZATIONS.NAME_EN, "University of Tartu")
                        .set(ORGANIZATIONS.COUNTRY, "EE")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
    }

    @ParameterizedTest
    @CsvSource({"ja, 派遣, 交換留学", "en, Outbound, Exchange"})
    void aStayIsRecordedListedFoundAndItsHistoryKept(String language, String out, String kind) {
        Visitor office = signedInAs("office").reads(language);
        String person = person(office, "Tallinn" + language);
        Document shown = record(office, person, "ENG", "2027-09-01", "2028-02-28", Map.of());
        assertThat(shown.select("main").text()).contains(out, kind, "Tartu", "2027-09-01");
        String page = path(shown);
        for (String query :
                new String[] {
                    "q=Tallinn" + language,
                    "country=EE&year=2027",
                    "sort=person",
                    "sort=-partner",
                    "sort=ends",
                    "sort=country",
                    "on=2027-10-10",
                    "direction=outbound&kind=exchange"
                }) {
            assertThat(office.get("/stays?" + query).select("main a[href=" + page + "]"))
                    .as(query)
                    .isNotEmpty();
        }
        assertThat(office.get("/stays?direction=inbound").select("main a[href=" + page + "]"))
                .isEmpty();
        assertThat(office.get("/people/" + person).select("main a[href=" + page + "]"))
                .isNotEmpty();
        Element edit = office.get(page + "/edit").expectFirst("main form[method=post]");
        Document changed = office.submit(edit, Map.of("city", "Tartu city"));
        assertThat(changed.select(".history").text()).contains("Tartu city");
        assertThat(office.submit(edit, Map.of("city", "Narva")).select(".problems")).isNotEmpty();
        assertThat(office.download("/stays?format=xlsx").body()).startsWith('P', 'K');
    }

    @Test
    void overlappingStaysAndImpossibleDatesAreAnsweredClearly() {
        Visitor office = signedInAs("office").reads("en");
        String person = person(office, "Overlapper");
        record(office, person, "ENG", "2027-04-01", "2027-08-31", Map.of());
        Document again = record(office, person, "ENG", "2027-08-01", "2027-12-31", Map.of());
        assertThat(again.select("main").text())
                .contains("another stay at the same time", "1 April 2027", "31 August 2027");
        Document confirmed =
                office.submit(
                        again.expectFirst("main form[method=post]"),
                        Map.of("overlapConfirmed", "true"));
        assertThat(path(confirmed)).startsWith("/stays/").doesNotContain("new");
        assertThat(
                        record(office, person, "ENG", "2029-05-10", "2029-05-01", Map.of())
                                .select(".problems")
                                .text())
                .contains("end lies before the start");
        assertThat(
                        record(office, person, "ENG", "2029", "2045", Map.of())
                                .select(".problems")
                                .text())
                .contains("more than twelve years");
        assertThat(
                        record(office, person, "ENG", "soon", "2029-13-45", Map.of())
                                .select(".problems")
                                .text())
                .contains("Type a date");
        assertThat(
                        record(
                                        office,
                                        person,
                                        "ENG",
                                        "2029-05",
                                        "",
                                        Map.of(
                                                "actualFrom",
                                                TODAY.plusYears(1).toString(),
                                                "country",
                                                "JP"))
                                .select(".problems")
                                .text())
                .contains("actual date lies ahead", "not in Japan");
    }

    @Test
    void aDepartmentSeesAndChangesItsOwnStaysAndLeadersSeeNoNames() {
        Visitor office = signedInAs("office").reads("en");
        String person = person(office, "Lawyer");
        String law = path(record(office, person, "LAW", "2027-01-01", "2027-02-01", Map.of()));
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.status(law)).isEqualTo(403);
        assertThat(member.get("/stays?q=Lawyer").select("main table")).isEmpty();
        assertThat(member.status("/people/" + person)).isEqualTo(403);
        assertThat(member.get("/people?q=Lawyer").select("main table")).isEmpty();
        String own = path(record(office, person, "ENG", "2027-05-01", "2027-06-01", Map.of()));
        assertThat(member.status(own)).isEqualTo(200);
        assertThat(member.get("/people/" + person).select("main a[href=" + law + "]")).isEmpty();
        Visitor executive = signedInAs("executive").reads("en");
        for (String door : new String[] {"/stays", own, "/people", "/crisis", "/crisis/print"}) {
            assertThat(executive.status(door)).as(door).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aListIsCheckedReadInOnceAndPeopleAreFoundAgain(String language) {
        Visitor office = signedInAs("office").reads(language);
        String list =
                "氏名,氏名(ローマ字),生年月日,派遣・受入れ,種類,相手機関,国・地域,部局,開始日,終了日\n"
                        + "取込 "
                        + language
                        + ",TORIKOMI "
                        + language
                        + ",2002-05-06,派遣,交換留学,University of"
                        + " Tartu,Estonia,ENG,2025-09-01,2026-02-01\n"
                        + ",Torikomi "
                        + language
                        + ",2002/5/6,outbound,Exchange,University of"
                        + " Tartu,エストニア,ENG,2025-09-01,2026-02-01\n"
                        + ",Torikomi "
                        + language
                        + ",2002年5月6日,inbound,Research,Nobody knows this place,,,2027-01,\n";
        long before = jooq.fetchCount(STAYS);
        Document checked = upload(office, list, true);
        assertThat(jooq.fetchCount(STAYS)).isEqualTo((int) before);
        assertThat(facts(checked)).containsExactly("3", "2", "1", "1", "0", "0", "0", "3");
        assertThat(facts(upload(office, list, false))).startsWith("3", "2", "1", "1", "0");
        assertThat(jooq.fetchCount(STAYS)).isEqualTo((int) before + 2);
        assertThat(facts(upload(office, list, false))).startsWith("3", "0", "3", "0", "1");
        assertThat(jooq.fetchCount(STAYS)).isEqualTo((int) before + 2);
        assertThat(office.get("/stays?q=torikomi").select("main tbody tr").size()).isPositive();
    }

    @Test
    void wrongRowsAreNamedAndNothingIsRecorded() {
        Visitor office = signedInAs("office").reads("en");
        int before = jooq.fetchCount(STAYS);
        Document told =
                upload(
                        office,
                        "Name,Direction,From,Until,Country,Unit\n"
                                + "A B,outbound,2026-05-01,2026-04-01,France,ENG\n"
                                + "C D,sideways,2026-05-01,,France,ENG\n"
                                + "E F,outbound,2026-05-01,,Atlantis,ENG\n"
                                + "G H,outbound,32.13.2026,,France,ENG\n"
                                + "I J,outbound,2026-05-01,,France,NOWHERE\n"
                                + ",outbound,2026-05-01,,France,ENG\n",
                        false);
        assertThat(told.select(".problems").text())
                .contains(
                        "Row 2",
                        "before the start",
                        "Row 3",
                        "Inbound or outbound",
                        "Row 4",
                        "country or region",
                        "Row 5",
                        "Row 6",
                        "no such unit",
                        "Row 7",
                        "no name");
        assertThat(upload(office, "a,b\n1,2\n", false).select(".problems").text())
                .contains("No headings found");
        assertThat(upload(office, "\u0000\u0001\u0002", false).select(".problems")).isNotEmpty();
        assertThat(jooq.fetchCount(STAYS)).isEqualTo(before);
        assertThat(office.download("/stays/import/template").body()).startsWith('P', 'K');
    }

    @ParameterizedTest
    @CsvSource({"ja, 無事", "en, Safe"})
    void inACrisisEverybodyIsFoundAskedAndAnswersByTheirOwnLink(String language, String safe) {
        Visitor office = signedInAs("office").reads(language);
        String name = "Crisis" + language;
        String person = person(office, name);
        String city = "Narva" + language;
        record(
                office,
                person,
                "ENG",
                TODAY.minusDays(10).toString(),
                TODAY.plusDays(10).toString(),
                Map.of("city", city, "status", "under_way"));
        String there = "/crisis?country=EE&city=" + city;
        Document page = office.get(there);
        assertThat(page.select("main").text()).contains(name, name + "@example.ee");
        assertThat(office.get("/crisis/print?country=EE&city=" + city).select("main").text())
                .contains(name);
        assertThat(office.download("/crisis/file?country=EE").body()).startsWith('P', 'K');
        Document sent = office.submit(page.expectFirst("form[action=/crisis/inquiries]"), Map.of());
        assertThat(sent.select("main").text()).contains(name);
        String mail =
                String.valueOf(
                        jooq.select(MAILS.BODY)
                                .from(MAILS)
                                .where(MAILS.RECIPIENT.eq(name + "@example.ee"))
                                .fetchSingle()
                                .value1());
        Matcher link = Pattern.compile("(/public/safety/\\S+)").matcher(mail);
        assertThat(link.find()).isTrue();
        Visitor student = visitor().reads(language);
        Document asked = student.get(link.group(1));
        assertThat(asked.text()).doesNotContain(name);
        Document thanked =
                student.submit(
                        asked.expectFirst("main form"),
                        Map.of("state", "safe", "said", "In der Bibliothek"));
        assertThat(thanked.select("[role=status]")).isNotEmpty();
        assertThat(office.get(path(sent)).select("main").text())
                .contains(safe, "In der Bibliothek");
        assertThat(office.get(there).select("main").text()).contains(safe);
        assertThat(student.status("/public/safety/no-such-link-at-all")).isEqualTo(410);
        jooq.execute("update mobility.inquiries set open_until = now() - interval '1 day'");
        assertThat(student.status(link.group(1))).isEqualTo(410);
    }

    @Test
    void anInquiryWithoutTextInBothLanguagesIsNotSent() {
        Visitor office = signedInAs("office").reads("en");
        String person = person(office, "Nobodysent");
        record(
                office,
                person,
                "ENG",
                TODAY.toString(),
                TODAY.plusDays(3).toString(),
                Map.of("city", "Viljandi", "status", "under_way"));
        Element form =
                office.get("/crisis?city=Viljandi").expectFirst("form[action=/crisis/inquiries]");
        int before = jooq.fetchCount(MAILS);
        assertThat(office.submit(form, Map.of("textEn", "")).select(".problems").text())
                .contains("both languages");
        assertThat(jooq.fetchCount(MAILS)).isEqualTo(before);
    }

    private static java.util.List<String> facts(Document page) {
        return page.select("section[role=status] dd").eachText();
    }

    private static Document upload(Visitor office, String list, boolean check) {
        Map<String, String> values = check ? Map.of("check", "true") : Map.of();
        return office.upload(
                office.get("/stays/import").expectFirst("main form[enctype]"),
                "file",
                "list.csv",
                list.getBytes(StandardCharsets.UTF_8),
                values);
    }

    private static String person(Visitor office, String family) {
        Document shown =
                office.submit(
                        office.get("/people/new").expectFirst("main form[method=post]"),
                        Map.of(
                                "familyLatin",
                                family,
                                "givenLatin",
                                "Mari",
                                "mail",
                                family + "@example.ee"));
        return path(shown).substring("/people/".length());
    }

    private Document record(
            Visitor office,
            String person,
            String unit,
            String from,
            String until,
            Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("person", person);
        fields.put("direction", "outbound");
        fields.put("kind", "exchange");
        fields.put("partner", partner.toString());
        fields.put("country", "EE");
        fields.put("unit", units.findByNameOrCode(unit).orElseThrow().id().toString());
        fields.put("plannedFrom", from);
        fields.put("plannedUntil", until);
        fields.putAll(more);
        return office.submit(
                office.get("/stays/new").expectFirst("main form[method=post]"), fields);
    }

    private static String path(Document page) {
        return page.location().replaceFirst("^https?://[^/]+", "");
    }
}
