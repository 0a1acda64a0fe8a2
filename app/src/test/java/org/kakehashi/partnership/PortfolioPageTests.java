package org.kakehashi.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class PortfolioPageTests extends ApplicationTest {
    @Autowired DSLContext jooq;
    @Autowired Agreements agreements;
    @Autowired Activities activities;
    @Autowired Units units;

    private UUID aarhus = new UUID(0, 0);
    private UUID bergen = new UUID(0, 0);
    private UUID bergenAgreement = new UUID(0, 0);

    @BeforeAll
    void partners() {
        aarhus = partner("Aarhus Portfolio University", "DK");
        bergen = partner("Bergen Portfolio University", "NO");
        UUID first = agreement(aarhus, List.of("academic", "student_exchange"));
        bergenAgreement = agreement(bergen, List.of("academic"));
        int year = FiscalYear.of(LocalDate.now()).year();
        for (int back = 0; back < 3; back++) {
            record(first, Condition.Direction.INBOUND, year - back, 4);
            record(first, Condition.Direction.OUTBOUND, year - back, 3);
            record(first, Condition.Direction.INBOUND, year - back - 3, 1);
            record(first, Condition.Direction.OUTBOUND, year - back - 3, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"ja, 増加, 不明", "en, Growing, Unknown"})
    void everyPartnerIsAPointThatOpensItAndALineOfTheTable(
            String language, String growing, String unknown) {
        Document page = signedInAs("member").reads(language).get("/partners/portfolio");
        Element point = page.expectFirst("svg a[href=/organizations/" + aarhus + "]");
        assertThat(point.attr("aria-label")).contains("21", growing);
        Element line =
                page.expectFirst("#portfolio-table tr:has(a[href=/organizations/" + aarhus + "])");
        assertThat(line.text()).contains("21", "6", "0.75");
        Element without =
                page.expectFirst("#portfolio-table tr:has(a[href=/organizations/" + bergen + "])");
        assertThat(without.select("td").get(2).text()).isEqualToIgnoringCase(unknown);
        assertThat(page.select("svg [style], svg style")).isEmpty();
    }

    @Test
    void thePictureIsOfThoseChosenAndGoesOutAsAFile() {
        Visitor office = signedInAs("office").reads("en");
        Document danish = office.get("/partners/portfolio?country=DK");
        assertThat(danish.select("svg a[href=/organizations/" + aarhus + "]")).hasSize(1);
        assertThat(danish.select("svg a[href=/organizations/" + bergen + "]")).isEmpty();
        assertThat(office.get("/partners/portfolio?scheme=none").select("main").text())
                .contains("no such partners");
        assertThat(office.download("/partners/portfolio?format=xlsx").body()).startsWith('P', 'K');
    }

    @Test
    void whatIsRecordedNowStandsInThePictureAtOnce() {
        Visitor office = signedInAs("office").reads("en");
        office.get("/partners/portfolio");
        int year = FiscalYear.of(LocalDate.now()).year();
        UUID partner = partner("Cologne Portfolio University", "DE");
        UUID id = agreement(partner, List.of("academic"));
        assertThat(people(office, partner)).isEqualTo("Unknown");
        record(id, Condition.Direction.INBOUND, year, 12);
        assertThat(people(office, partner)).isEqualTo("12");
    }

    @Test
    void partnersStandSideBySideAndWhatNobodyKnowsSaysSo() {
        Visitor office = signedInAs("office").reads("en");
        String address = "/partners/compare?partner1=" + aarhus + "&partner2=" + bergen;
        Document page = office.get(address + "&years=3");
        Element received = row(page, "Students received");
        assertThat(received.select("td").get(0).text()).isEqualTo("12");
        assertThat(received.select("td").get(1).text()).isEqualTo("Unknown");
        assertThat(row(page, "Balance of students").select("td").get(0).text()).isEqualTo("0.75");
        assertThat(row(page, "Places inbound").select("td").get(0).text()).isEqualTo("Unknown");
        assertThat(row(office.get(address + "&years=6"), "Students received").text())
                .contains("15");
        assertThat(office.download(address + "&format=xlsx").body()).startsWith('P', 'K');
    }

    @Test
    void aNumberThatIsMissingMakesASumAtLeastThatMuch() {
        int year = FiscalYear.of(LocalDate.now()).year();
        CurrentUser.SYSTEM.run(() ->
                activities.record(sum(bergenAgreement, Condition.Direction.OUTBOUND, year, 5)));
        CurrentUser.SYSTEM.run(() ->
                activities.record(
                        sum(bergenAgreement, Condition.Direction.OUTBOUND, year - 1, null)));
        Document page =
                signedInAs("office")
                        .reads("en")
                        .get("/partners/compare?partner1=" + aarhus + "&partner2=" + bergen);
        assertThat(row(page, "Students sent").select("td").get(1).text()).contains("5", "or more");
        CurrentUser.SYSTEM.run(() ->
                activities
                        .of(bergenAgreement)
                        .forEach(one -> activities.remove(bergenAgreement, one.id())));
    }

    @Test
    void tooFewAreRefusedWithWhatToDoAndNonsenseIsNoPartner() {
        Visitor office = signedInAs("office").reads("en");
        String one = "/partners/compare?partner1=" + aarhus + "&partner2=nonsense";
        assertThat(office.status(one)).isEqualTo(422);
        assertThat(office.get(one).select(".problems").text()).contains("two to 6 partners");
        assertThat(
                        office.status(
                                "/partners/compare?partner1="
                                        + aarhus
                                        + "&partner2="
                                        + new UUID(9, 9)))
                .isEqualTo(200);
        assertThat(visitor().withoutFollowing().status("/partners/portfolio")).isIn(302, 401, 403);
    }

    private static Element row(Document page, String label) {
        return page.expectFirst("main table tr:has(th:containsOwn(" + label + "))");
    }

    private static String people(Visitor visitor, UUID partner) {
        return visitor.get("/partners/portfolio")
                .expectFirst("#portfolio-table tr:has(a[href=/organizations/" + partner + "])")
                .select("td")
                .get(2)
                .text();
    }

    private void record(UUID agreement, Condition.Direction direction, int year, int number) {
        CurrentUser.SYSTEM.run(() -> activities.record(sum(agreement, direction, year, number)));
    }

    private static Activity sum(
            UUID agreement, Condition.Direction direction, int year, Integer number) {
        return new Activity(
                null,
                agreement,
                Activity.Kind.STUDENT,
                direction,
                year,
                Activity.Term.YEAR,
                Condition.Period.SEMESTER,
                number,
                null,
                null);
    }

    private UUID agreement(UUID partner, List<String> kinds) {
        LocalDate start = LocalDate.now().minusYears(2);
        LocalDate end = LocalDate.now().plusYears(3);
        return CurrentUser.SYSTEM.call(() ->
                agreements
                        .createAll(
                                List.of(
                                        AgreementContent.of(
                                                Level.UNIVERSITY,
                                                kinds,
                                                new Term(
                                                        Term.Kind.FIXED,
                                                        DateText.day(start, start.toString()),
                                                        DateText.day(end, end.toString()),
                                                        start,
                                                        new Term.Renewal(
                                                                Term.RenewalMode.UNKNOWN,
                                                                null,
                                                                null,
                                                                false)),
                                                List.of(Party.of(partner)),
                                                List.of(
                                                        HomeUnit.responsible(
                                                                units.findByNameOrCode("ENG")
                                                                        .orElseThrow()
                                                                        .id())))),
                                "test")
                        .getFirst());
    }

    private UUID partner(String name, String country) {
        return jooq.insertInto(ORGANIZATIONS)
                .set(ORGANIZATIONS.ORIGIN, "local")
                .set(ORGANIZATIONS.STATUS, "active")
                .set(ORGANIZATIONS.NAME, name)
                .set(ORGANIZATIONS.COUNTRY, country)
                .returningResult(ORGANIZATIONS.ID)
                .fetchSingle()
                .value1();
    }
}
