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

class CountryPageTests extends ApplicationTest {
    private static final Bilingual NOTHING = new Bilingual(null, null);

    @Autowired DSLContext jooq;
    @Autowired Agreements agreements;
    @Autowired Activities activities;
    @Autowired Visits visits;
    @Autowired Clock clock;

    private UUID partner = new UUID(0, 0);

    @BeforeAll
    void estonia() {
        partner =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, "University of Tartu")
                        .set(ORGANIZATIONS.COUNTRY, "EE")
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
        LocalDate today = LocalDate.now(clock);
        CurrentUser.SYSTEM.run(() -> {
            UUID agreement =
                    agreements.create(
                            AgreementContent.of(
                                    AgreementContent.Level.UNIVERSITY,
                                    List.of(),
                                    new Term(
                                            Term.Kind.FIXED,
                                            DateText.day(today.minusYears(3), ""),
                                            DateText.day(today.plusYears(3), ""),
                                            null,
                                            Term.Renewal.UNKNOWN),
                                    List.of(Party.of(partner)),
                                    List.of()));
            activities.record(
                    new Activity(
                            null,
                            agreement,
                            Activity.Kind.STUDENT,
                            Condition.Direction.INBOUND,
                            FiscalYear.of(today).year() - 1,
                            Activity.Term.YEAR,
                            Condition.Period.UNKNOWN,
                            9,
                            null,
                            null));
            visits.save(
                    new Visit(
                            null,
                            partner,
                            Visit.Direction.INBOUND,
                            null,
                            today.minusYears(1),
                            today.minusYears(1),
                            new Bilingual("表敬", "Courtesy call"),
                            null,
                            null,
                            NOTHING,
                            null,
                            NOTHING,
                            List.of(),
                            0));
        });
    }

    @ParameterizedTest
    @CsvSource({"ja, エストニア, ヨーロッパ", "en, Estonia, Europe"})
    void aCountryAndItsRegionShowWhatThereIs(String language, String country, String region) {
        Visitor office = signedInAs("office").reads(language);
        Document overview = office.get("/countries");
        assertThat(overview.select("main table").text()).contains(country);
        assertThat(overview.select("#countries-map svg a[href='/countries/EE']")).isNotEmpty();
        Document page = office.get("/countries/EE");
        assertThat(page.select("h1").text()).isEqualTo(country);
        assertThat(page.select("main").text()).contains("University of Tartu").contains("9");
        assertThat(page.select("#exchanged svg[role=img]")).hasSize(1);
        assertThat(page.select("main a[href^='/visits/']")).isNotEmpty();
        assertThat(page.select(".tile a[href^='/agreements?']")).isNotEmpty();
        Document europe = office.get("/regions/europe");
        assertThat(europe.select("main").text()).contains("University of Tartu");
        assertThat(europe.select("#by-country a[href='/countries/EE']")).isNotEmpty();
        assertThat(europe.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(office.status("/countries/QQ")).isEqualTo(404);
        assertThat(office.status("/regions/atlantis")).isEqualTo(404);
    }

    @Test
    void aPlanIsWrittenDueAndChanged() {
        Visitor office = signedInAs("office").reads("en");
        Document form = office.get("/countries/plans/new?place=EE");
        Document wrong =
                office.submit(
                        form.expectFirst("main form"),
                        Map.of(
                                "titleEn",
                                "",
                                "from",
                                "2026-05-01",
                                "until",
                                "2026-04-01",
                                "owner",
                                "nobody-at-all"));
        assertThat(wrong.select(".problems").text())
                .contains("what the plan is called", "Nobody has this login");
        Document saved =
                office.submit(
                        form.expectFirst("main form"),
                        Map.of(
                                "titleEn",
                                "Baltic semester",
                                "goalEn",
                                "Ten students a year",
                                "from",
                                "2026-01-01",
                                "until",
                                "",
                                "owner",
                                "member",
                                "status",
                                "running",
                                "review",
                                "2026-02-01"));
        assertThat(saved.select("main").text()).contains("Baltic semester", "Review is due");
        Visitor member = signedInAs("member").reads("en");
        assertThat(member.get("/tasks").select("main").text()).contains("Baltic semester");
        assertThat(member.get("/countries/EE").select("main a[href*=/plans/]")).isEmpty();
        assertThat(member.status("/countries/plans/new?place=EE")).isEqualTo(403);
        Document edit =
                office.get(
                        saved.expectFirst("a[href^='/countries/plans/'][href$=/edit]")
                                .attr("href"));
        assertThat(edit.expectFirst("#owner").val()).isEqualTo("member");
        var first = edit.expectFirst("main form");
        office.submit(first, Map.of("status", "achieved"));
        assertThat(office.submit(first, Map.of("status", "dropped")).select(".problems"))
                .isNotEmpty();
        assertThat(member.get("/tasks").select("main").text()).doesNotContain("Baltic semester");
        assertThat(office.status("/countries/plans/new?place=QQ")).isEqualTo(404);
    }

    @Test
    void whoKnowsACountrySaysSoThemselvesAndTakesItBack() {
        Visitor member = signedInAs("member").reads("en");
        var form = member.get("/network?country=EE").expectFirst("main form");
        Document wrong =
                member.submit(form, Map.of("agreed", "", "fromYear", "last", "country", ""));
        assertThat(wrong.select(".problems").text())
                .contains("either a country", "agree to be shown", "four digits");
        member.submit(
                form,
                Map.of(
                        "country",
                        "EE",
                        "agreed",
                        "yes",
                        "languages",
                        "et, en",
                        "whatEn",
                        "Studied in Tallinn"));
        Visitor executive = signedInAs("executive").reads("en");
        assertThat(executive.get("/countries/EE").select("main").text())
                .contains("Studied in Tallinn", "et, en");
        Document mine = member.get("/network");
        member.submit(mine.expectFirst("form[action$=/removal]"), Map.of());
        assertThat(executive.get("/countries/EE").select("main").text())
                .doesNotContain("Studied in Tallinn");
    }

    @Test
    void whoKnowsAPartnerStandsOnItsPage() {
        Visitor office = signedInAs("office").reads("en");
        assertThat(office.get("/organizations/" + partner).select("main").text())
                .doesNotContain("Who of us knows it");
        office.submit(
                office.get("/network?partner=" + partner).expectFirst("main form"),
                Map.of("agreed", "yes", "whatEn", "Guest professor"));
        assertThat(office.get("/organizations/" + partner).select("main").text())
                .contains("Who of us knows it", "Guest professor");
    }
}
