package org.kakehashi.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class PartnerProfilePageTests extends ApplicationTest {
    private static final Bilingual NOTHING = new Bilingual(null, null);

    @Autowired DSLContext jooq;
    @Autowired Agreements agreements;
    @Autowired Activities activities;
    @Autowired Visits visits;
    @Autowired Clock clock;

    private UUID partner = new UUID(0, 0);
    private UUID stranger = new UUID(0, 0);

    @BeforeAll
    void twentyYears() {
        partner = institution("University of Ghent");
        stranger = institution("University of Nowhere");
        LocalDate today = LocalDate.now(clock);
        CurrentUser.SYSTEM.run(() -> {
            UUID agreement = agreement(today.minusYears(10), today.plusMonths(4));
            agreement(today.minusYears(18), today.minusYears(12));
            int year = FiscalYear.of(today).year();
            record(agreement, Condition.Direction.INBOUND, year - 1, 7);
            record(agreement, Condition.Direction.OUTBOUND, year - 1, null);
            UUID visit = visits.save(visit(today.minusYears(2)));
            visits.add(visit, "Send the minutes", null, today.minusDays(3));
            visits.save(visit(today.plusDays(40)));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 概要, 対応が必要なこと, 学生交流の推移, 年表, 受入 7・派遣 不明",
        "en, At a glance, What is open, Students exchanged, as a list, '7 in, Unknown out'"
    })
    void onePageHoldsEverythingOfAPartner(
            String language,
            String glance,
            String open,
            String chart,
            String list,
            String students) {
        Document page = signedInAs("office").reads(language).get("/organizations/" + partner);
        String text = page.select("main").text();
        assertThat(text).contains(glance, open, chart, list).containsIgnoringCase(students);
        assertThat(text).contains("Send the minutes");
        assertThat(page.select("#exchanged svg[role=img]")).hasSize(1);
        assertThat(page.select("#timeline svg[role=img]")).hasSize(1);
        assertThat(page.select("#timeline + details li")).hasSize(6);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void ofAnInstitutionWithoutAnythingNothingEmptyIsShown() {
        Document page = signedInAs("executive").reads("en").get("/organizations/" + stranger);
        assertThat(page.select("main").text())
                .doesNotContain(
                        "At a glance", "People exchanged", "Twenty years", "News", "Contacts");
    }

    @Test
    void newsIsWrittenShownAndRemoved() {
        Visitor office = signedInAs("office").reads("en");
        String address = "/organizations/" + partner + "/news";
        Element form = office.get(address).expectFirst("form[action$=/news]");
        Document wrong =
                office.submit(
                        form, Map.of("on", "soon", "titleEn", "", "source", "javascript:alert(1)"));
        assertThat(wrong.select(".problems").text())
                .contains("Type a day", "Type what happened", "begins with https://");
        office.submit(
                form,
                Map.of(
                        "on",
                        "2026-05-01",
                        "titleEn",
                        "New rector",
                        "source",
                        "https://example.org/1"));
        assertThat(office.get("/organizations/" + partner).select("main").text())
                .contains("New rector");
        Visitor executive = signedInAs("executive").reads("en");
        assertThat(executive.get(address).select("main form")).isEmpty();
        assertThat(executive.forge(address, Map.of("on", "2026-05-01", "titleEn", "x")))
                .isEqualTo(403);
        Document after =
                office.submit(office.get(address).expectFirst("form[action$=/removal]"), Map.of());
        assertThat(after.select("main table").text()).doesNotContain("New rector");
    }

    @Test
    void documentsOfThePartnerStandOnItsPage() {
        Visitor office = signedInAs("office").reads("en");
        Element add =
                office.get("/organizations/" + partner)
                        .expectFirst("main a[href='/documents/of/partner/" + partner + "']");
        assertThat(office.status(add.attr("href"))).isEqualTo(200);
    }

    private UUID institution(String name) {
        return jooq.insertInto(ORGANIZATIONS)
                .set(ORGANIZATIONS.ORIGIN, "local")
                .set(ORGANIZATIONS.STATUS, "active")
                .set(ORGANIZATIONS.NAME, name)
                .returningResult(ORGANIZATIONS.ID)
                .fetchSingle()
                .value1();
    }

    private UUID agreement(LocalDate from, LocalDate until) {
        return agreements.create(
                AgreementContent.of(
                        AgreementContent.Level.UNIVERSITY,
                        List.of("student_exchange"),
                        new Term(
                                Term.Kind.FIXED,
                                DateText.day(from, ""),
                                DateText.day(until, ""),
                                null,
                                new Term.Renewal(Term.RenewalMode.BY_EVALUATION, 5, null, false)),
                        List.of(Party.of(partner)),
                        List.of()));
    }

    private void record(UUID agreement, Condition.Direction direction, int year, Integer number) {
        activities.record(
                new Activity(
                        null,
                        agreement,
                        Activity.Kind.STUDENT,
                        direction,
                        year,
                        Activity.Term.YEAR,
                        Condition.Period.UNKNOWN,
                        number,
                        null,
                        null));
    }

    private Visit visit(LocalDate day) {
        return new Visit(
                null,
                partner,
                Visit.Direction.INBOUND,
                null,
                day,
                day,
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
