package org.kakehashi.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.compliance.DueDiligence;
import org.kakehashi.compliance.Examination;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.partnership.contact.Consent;
import org.kakehashi.partnership.contact.Contact;
import org.kakehashi.partnership.contact.Contacts;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class VisitDetailPageTests extends ApplicationTest {
    private static final Bilingual NOTHING = new Bilingual(null, null);

    @Autowired DSLContext jooq;
    @Autowired Visits visits;
    @Autowired Contacts contacts;
    @Autowired Agreements agreements;
    @Autowired DueDiligence dueDiligence;
    @Autowired Units units;

    private UUID partner = new UUID(0, 0);
    private UUID visit = new UUID(0, 0);

    @BeforeAll
    void records() {
        partner =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "University of Lund")
                        .set(ORGANIZATIONS.COUNTRY, "SE")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
        CurrentUser.SYSTEM.run(() -> {
            visit = visits.save(visit(LocalDate.of(2031, 5, 10), LocalDate.of(2031, 5, 11)));
            contacts.save(contact("Valid Person", null));
            contacts.save(contact("Ended Person", LocalDate.of(2021, 1, 1)));
            agreements.create(
                    AgreementContent.of(
                            AgreementContent.Level.UNIVERSITY,
                            List.of(),
                            Term.UNKNOWN,
                            List.of(Party.of(partner)),
                            List.of()));
            dueDiligence.record(
                    new Examination(
                            partner,
                            Examination.State.CONDITIONAL,
                            LocalDate.of(2026, 1, 5),
                            null,
                            null,
                            new Bilingual("秘密の所見", "Secret findings"),
                            Examination.Visibility.RESTRICTED,
                            null));
        });
    }

    @ParameterizedTest
    @CsvSource({"ja, 未登録", "en, Not registered"})
    void programmeGiftsAndTalkingPointsStandOnTheVisit(String language, String unregistered) {
        Visitor office = signedInAs("office").reads(language);
        Document page = office.get("/visits/" + visit);
        page =
                office.submit(
                        page.expectFirst("form[action$=/programme]"),
                        Map.of(
                                "on",
                                "2031-05-10",
                                "fromTime",
                                "10:30",
                                "untilTime",
                                "11:45",
                                "itemJa",
                                "学長表敬",
                                "itemEn",
                                "Courtesy call",
                                "place",
                                "Room 1"));
        page =
                office.submit(
                        page.expectFirst("form[action$=/gifts]"),
                        Map.of(
                                "gift",
                                "Lacquer box " + language,
                                "giftDirection",
                                "received",
                                "yen",
                                "12,000"));
        page =
                office.submit(
                        page.expectFirst("form[action$=/talking]"),
                        Map.of("talkingJa", "更新の提案", "talkingEn", "Propose the renewal"));
        assertThat(page.select("main").text())
                .contains("10:30–11:45", "Lacquer box " + language, "12,000", unregistered);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        String calendar =
                new String(
                        office.download("/visits/" + visit + "/calendar").body(),
                        StandardCharsets.UTF_8);
        assertThat(calendar)
                .contains("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20310510", "T103000", "Asia/Tokyo");
        office.submit(page.expectFirst("form[action*=/programme/]"), Map.of());
        office.submit(
                office.get("/visits/" + visit).expectFirst("form[action*=/gifts/]"), Map.of());
        assertThat(office.get("/visits/" + visit).select("main").text())
                .doesNotContain("Lacquer box " + language);
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsLost() {
        Visitor office = signedInAs("office").reads("en");
        Document page = office.get("/visits/" + visit);
        Document outside =
                office.submit(
                        page.expectFirst("form[action$=/programme]"),
                        Map.of("on", "2031-06-01", "itemEn", "Dinner far away"));
        assertThat(outside.select(".problems").text()).contains("must lie within the visit");
        assertThat(outside.select("[value='Dinner far away']")).isNotEmpty();
        Document hours =
                office.submit(
                        page.expectFirst("form[action$=/programme]"),
                        Map.of(
                                "on",
                                "2031-05-10",
                                "itemEn",
                                "x",
                                "fromTime",
                                "12:00",
                                "untilTime",
                                "9h"));
        assertThat(hours.select(".problems").text()).contains("hour like 10:30");
        Document gift =
                office.submit(
                        page.expectFirst("form[action$=/gifts]"), Map.of("gift", "", "yen", "-5"));
        assertThat(gift.select(".problems").text()).contains("whole number of yen");
        Visitor executive = signedInAs("executive").reads("en");
        assertThat(executive.get("/visits/" + visit).select("main form[action$=/gifts]")).isEmpty();
        assertThat(executive.forge("/visits/" + visit + "/gifts", Map.of("gift", "x")))
                .isEqualTo(403);
    }

    @Test
    void theListIsNarrowedAndTakenOutTheSame() throws Exception {
        Visitor office = signedInAs("office").reads("en");
        assertThat(office.get("/visits?country=SE&direction=inbound&q=lund").select("tbody tr"))
                .hasSize(1);
        assertThat(office.get("/visits?country=SE&direction=outbound").select("main").text())
                .contains("No visit is like this");
        assertThat(office.get("/visits?year=2031").select("#year option[selected]").val())
                .isEqualTo("2031");
        assertThat(office.download("/visits?country=SE&format=xlsx").body()).startsWith('P', 'K');
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 説明資料, 有効な協定, 秘密の所見",
        "en, Briefing paper, Agreements in force, Secret findings",
        "both, 説明資料 / Briefing paper, スウェーデン / Sweden, Secret findings"
    })
    void aBriefingIsOneClickAway(String language, String heading, String fact, String findings)
            throws Exception {
        Visitor office = signedInAs("office").reads("en");
        String file =
                "/organizations/"
                        + partner
                        + "/briefing/file?visit="
                        + visit
                        + "&language="
                        + language;
        String word = word(office.download(file + "&format=docx").body());
        assertThat(word)
                .contains(heading, fact, "University of Lund", "Valid Person", findings)
                .doesNotContain("Ended Person", "{{");
        byte[] pdf = office.download(file + "&format=pdf").body();
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("University of Lund");
        }
    }

    @Test
    void aBriefingHoldsWhatItsReaderMaySee() throws Exception {
        Visitor member = signedInAs("member").reads("en");
        String address = "/organizations/" + partner + "/briefing";
        String word = word(member.download(address + "/file?format=docx").body());
        assertThat(word)
                .contains("Cleared with conditions")
                .doesNotContain("Secret findings", "Valid Person");
        assertThat(member.get(address).select("form textarea#points")).hasSize(1);
        assertThat(member.get("/organizations/" + partner).select("a[href$=/briefing]")).hasSize(1);
        assertThat(word(member.download(address + "/template").body())).contains("{{partner}}");
        assertThat(member.status(address + "/file?visit=" + UUID.randomUUID())).isEqualTo(404);
        assertThat(signedInAs("admin").status(address + "/file")).isEqualTo(200);
    }

    private static String word(byte[] file) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private Contact contact(String name, LocalDate until) {
        return new Contact(
                null,
                partner,
                null,
                null,
                new Bilingual(null, name),
                null,
                NOTHING,
                null,
                null,
                List.of(),
                new Consent("x", LocalDate.of(2020, 1, 1), Consent.How.FORM, until, null),
                null,
                null,
                0);
    }

    private Visit visit(LocalDate from, LocalDate until) {
        return new Visit(
                null,
                partner,
                Visit.Direction.INBOUND,
                units.findByNameOrCode("ENG").orElseThrow().id(),
                from,
                until,
                new Bilingual("表敬", "Courtesy call"),
                null,
                null,
                NOTHING,
                null,
                NOTHING,
                List.of(),
                0);
    }
}
