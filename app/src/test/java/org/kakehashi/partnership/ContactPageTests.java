package org.kakehashi.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class ContactPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Units units;

    private UUID partner = new UUID(0, 0);

    @BeforeAll
    void institution() {
        partner =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "ror")
                        .set(ORGANIZATIONS.ROR_ID, "03yrm5c26")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "University of Aarhus")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
    }

    @ParameterizedTest
    @CsvSource({"ja, 同意あり", "en, Consent"})
    void aContactWithConsentStandsOnTheProfileAndInTheList(String language, String consent) {
        Visitor office = signedInAs("office").reads(language);
        Document shown = record(office, Map.of("nameEn", "Karen Sample " + language));
        assertThat(shown.select("main").text())
                .contains("Karen Sample", "karen@example.org", consent);
        assertThat(office.get("/organizations/" + partner).select("main").text())
                .contains("Karen Sample " + language)
                .doesNotContain("karen@example.org");
        assertThat(office.get("/contacts?q=karen").select("main").text()).contains("Aarhus");
        assertThat(office.download("/contacts?format=xlsx").body()).startsWith('P', 'K');
        assertThat(
                        jooq.fetchCount(
                                jooq.select()
                                        .from("access.audit")
                                        .where("action = 'partnership.contact.opened'")))
                .isPositive();
    }

    @Test
    void nobodyIsKeptWithoutConsent() {
        Visitor office = signedInAs("office").reads("en");
        Document again =
                record(
                        office,
                        Map.of(
                                "given", "", "how", "", "purpose", "", "email", "nobody", "nameEn",
                                ""));
        assertThat(again.select(".problems").text())
                .contains(
                        "Type a day",
                        "Choose how consent",
                        "what the contact is kept for",
                        "Check the mail",
                        "Type the name");
        assertThat(again.expectFirst("#note").text()).isEqualTo("Likes short mails");
        Document backwards = record(office, Map.of("given", "2026-04-01", "until", "2026-03-01"));
        assertThat(backwards.select(".problems").text()).contains("cannot end before");
    }

    @Test
    void whoWithdrawsIsErasedEverywhere() {
        Visitor office = signedInAs("office").reads("en");
        Document shown =
                record(office, Map.of("nameEn", "Willa Withdrawn", "email", "w@example.org"));
        String page = path(shown);
        office.submit(shown.expectFirst("form[action$=/erasure]"), Map.of());
        assertThat(office.status(page)).isEqualTo(404);
        assertThat(office.get("/organizations/" + partner).text()).doesNotContain("Willa");
        UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        assertThat(
                        jooq.fetchSingle("select * from partnership.contacts where id = ?", id)
                                .toString())
                .doesNotContain("Willa", "w@example.org");
        assertThat(
                        jooq.fetch("select * from partnership.contacts_history where id = ?", id)
                                .toString())
                .doesNotContain("Willa", "w@example.org");
        assertThat(
                        jooq.fetchSingle(
                                        "select wrapped is null from kernel.person_keys where"
                                                + " person_id = ?",
                                        id)
                                .get(0, Boolean.class))
                .isTrue();
    }

    @Test
    void whereConsentHasEndedOnlyWhoMayAskAgainSeesThePerson() {
        Visitor office = signedInAs("office").reads("en");
        String page =
                path(
                        record(
                                office,
                                Map.of(
                                        "nameEn",
                                        "Eve Ended",
                                        "given",
                                        "2020-01-01",
                                        "until",
                                        "2021-01-01")));
        assertThat(office.get("/contacts?show=ended").select("main").text()).contains("Eve Ended");
        assertThat(office.get("/contacts").select("main").text()).doesNotContain("Eve Ended");
        assertThat(office.get("/tasks").select("main").text()).contains("Look at consent");
        Visitor executive = signedInAs("executive").reads("en");
        assertThat(executive.status(page)).isEqualTo(404);
        assertThat(executive.get("/organizations/" + partner).text()).doesNotContain("Eve Ended");
        assertThat(executive.status("/contacts/new")).isEqualTo(403);
    }

    @Test
    void aDepartmentSeesItsOwnContactsOnly() {
        Visitor office = signedInAs("office").reads("en");
        String foreign = path(record(office, Map.of("nameEn", "Laura Law", "unit", unit("LAW"))));
        String own = path(record(office, Map.of("nameEn", "Enno Engineer", "unit", unit("ENG"))));
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.status(foreign)).isEqualTo(404);
        assertThat(member.status(own)).isEqualTo(200);
        assertThat(member.get("/contacts").select("main").text())
                .contains("Enno Engineer")
                .doesNotContain("Laura Law");
        assertThat(member.get("/contacts/new").expectFirst("#unit option[selected]").val())
                .isEqualTo(unit("ENG"));
        assertThat(signedInAs("admin").status("/contacts")).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"ja, 3行目, 同意のない連絡先", "en, Row 3, Nobody is kept without consent"})
    void aListIsReadWhollyOrNotAtAll(String language, String row, String why) {
        Visitor office = signedInAs("office").reads(language);
        String head = "ROR ID,氏名(ローマ字),メール,利用目的,同意日,同意の方法,最終連絡日\n";
        String good =
                "https://ror.org/03yrm5c26,Lisa List "
                        + language
                        + ",lisa@example.org,交流,2026-04-01,名刺交換,2026-09-01\n";
        String bad =
                "03yrm5c26,Bob Bad,bob@example.org,,,,\nnowhere,Zoe,zoe,交流,2026-04-01,mail,soon\n";
        Document refused = upload(office, head + good + bad);
        assertThat(refused.select(".problems").text()).contains(row, why);
        assertThat(refused.select(".problems li").size()).isGreaterThanOrEqualTo(4);
        assertThat(office.get("/contacts").text()).doesNotContain("Lisa List " + language);
        upload(office, head + good);
        upload(office, head + good);
        assertThat(office.get("/contacts?q=lisa+list+" + language).select("tbody tr")).hasSize(1);
        assertThat(upload(office, "a,b\n1,2\n").select(".problems").text()).isNotBlank();
        assertThat(office.download("/contacts/template").body()).startsWith('P', 'K');
    }

    private static Document upload(Visitor office, String text) {
        return office.upload(
                office.get("/contacts").expectFirst("form[enctype]"),
                "file",
                "contacts.csv",
                text.getBytes(StandardCharsets.UTF_8),
                Map.of());
    }

    private String unit(String code) {
        return units.findByNameOrCode(code).orElseThrow().id().toString();
    }

    private static String path(Document page) {
        return page.location().replaceFirst(".*(/contacts/.*)", "$1");
    }

    private Document record(Visitor office, Map<String, String> other) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("partner", partner.toString());
        fields.put("partnerText", "University of Aarhus");
        fields.put("nameEn", "Anna Sample");
        fields.put("email", "karen@example.org");
        fields.put("purpose", "Student exchange");
        fields.put("given", "2026-04-01");
        fields.put("how", "card");
        fields.put("note", "Likes short mails");
        fields.putAll(other);
        return office.submit(office.get("/contacts/new").expectFirst("main form"), fields);
    }
}
