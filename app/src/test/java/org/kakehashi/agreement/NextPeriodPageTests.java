package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class NextPeriodPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Agreements agreements;
    @Autowired Activities activities;
    @Autowired Clock clock;

    private UUID partner = new UUID(0, 0);

    @BeforeAll
    void institution() {
        partner =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "University of Uppsala")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
    }

    @ParameterizedTest
    @CsvSource({"ja, 次期の計画, 有効期間の更新等に関する合意書", "en, Plan for the next period, Letter of Amendment"})
    void theNextPeriodIsPlannedDecidedAndHasItsLetter(String language, String heading, String title)
            throws Exception {
        Visitor office = signedInAs("office").reads(language);
        String page = "/agreements/" + agreement(0) + "/renewal";
        Document shown = office.get(page);
        assertThat(shown.select("h2").eachText()).contains(heading);
        Element form = shown.expectFirst("form[action$=/plan]");
        office.submit(
                form,
                Map.of("planEn", "A joint summer school", "studentsIn", "5", "studentsOut", "6"));
        assertThat(office.get(page).select("main").text()).contains("A joint summer school");
        assertThat(office.post(form, Map.of("planEn", "Something else")).statusCode())
                .isEqualTo(409);
        assertThat(office.post(form, Map.of("studentsIn", "many")).statusCode()).isEqualTo(400);
        Document after =
                office.submit(
                        office.get(page).expectFirst("form[action$=/renewal]"),
                        Map.of(
                                "decision",
                                "renew_changed",
                                "reasonJa",
                                "枠を増やす",
                                "reasonEn",
                                "More places"));
        String letter =
                after.select("a[href*='/renewal/letter']").eachAttr("href").stream()
                        .filter(one -> one.contains("language=" + language) && one.contains("docx"))
                        .findFirst()
                        .orElseThrow();
        assertThat(word(office.download(letter).body()))
                .contains(title, "University of Uppsala")
                .contains(language.equals("ja") ? "枠を増やす" : "More places")
                .doesNotContain("{{");
        assertThat(office.download(letter.replace("docx", "pdf")).body()).startsWith('%', 'P');
        assertThat(
                        office.status(
                                "/agreements/"
                                        + agreement(0)
                                        + "/renewal/letter?renewal="
                                        + UUID.randomUUID()))
                .isEqualTo(404);
    }

    @Test
    void nobodyIsLeftAloneAbroad() {
        Visitor office = signedInAs("office").reads("en");
        UUID agreement = agreement(3);
        String end = "/agreements/" + agreement + "/end";
        Document form = office.get(end);
        assertThat(form.select("main").text()).contains("may still be abroad");
        Document refused =
                office.submit(form.expectFirst("main form"), Map.of("reason", "by_consent"));
        assertThat(refused.select(".problems").text()).contains("what becomes of them");
        Document lapse =
                office.submit(
                        office.get("/agreements/" + agreement + "/renewal")
                                .expectFirst("form[action$=/renewal]"),
                        Map.of("decision", "lapse"));
        assertThat(lapse.select(".problems").text()).contains("what becomes of them");
        Document ended =
                office.submit(
                        form.expectFirst("main form"),
                        Map.of("reason", "by_consent", "noteEn", "They stay until August."));
        assertThat(ended.location()).endsWith("/agreements/" + agreement);
        UUID quiet = agreement(0);
        Document plain =
                office.submit(
                        office.get("/agreements/" + quiet + "/end").expectFirst("main form"),
                        Map.of("reason", "by_consent"));
        assertThat(plain.location()).endsWith("/agreements/" + quiet);
    }

    private UUID agreement(int students) {
        LocalDate today = LocalDate.now(clock);
        return CurrentUser.SYSTEM.call(() -> {
            UUID id =
                    agreements.create(
                            AgreementContent.of(
                                    AgreementContent.Level.UNIVERSITY,
                                    List.of(),
                                    new Term(
                                            Term.Kind.FIXED,
                                            DateText.day(today.minusYears(4), ""),
                                            DateText.day(today.plusMonths(3), ""),
                                            null,
                                            new Term.Renewal(
                                                    Term.RenewalMode.BY_EVALUATION,
                                                    5,
                                                    null,
                                                    false)),
                                    List.of(Party.of(partner)),
                                    List.of()));
            if (students > 0) {
                activities.record(
                        new Activity(
                                null,
                                id,
                                Activity.Kind.STUDENT,
                                Condition.Direction.OUTBOUND,
                                FiscalYear.of(today).year(),
                                Activity.Term.YEAR,
                                Condition.Period.YEAR,
                                students,
                                null,
                                null));
            }
            return id;
        });
    }

    private static String word(byte[] file) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }
}
