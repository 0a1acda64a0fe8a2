package org.kakehashi.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.LocalOrganization;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.strategy.SampleAgreements;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class HomePageTests extends ApplicationTest {
    @Autowired private Organizations organizations;
    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    @BeforeAll
    void fill() {
        new SampleAgreements(agreements, units, users, jooq).fill();
    }

    @Test
    void theVisitorIsToldWhatThisIsAndWhereToGo() {
        Document page = visitor().get("/");
        assertThat(page.select("main a[href=/public/map], main a[href=/public/agreements]"))
                .hasSize(2);
        assertThat(page.select("main a[href=/sign-in]")).hasSize(1);
        assertThat(page.select(".card")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "executive, headlines, true",
        "executive, administration, false",
        "office, headlines, true",
        "office, agreements, true",
        "office, administration, true",
        "member, agreements, true",
        "member, headlines, false",
        "admin, administration, true",
        "admin, agreements, false"
    })
    void eachRoleLandsOnItsOwnCards(String login, String card, boolean shown) {
        assertThat(signedInAs(login).get("/").select("#" + card)).hasSize(shown ? 1 : 0);
    }

    @Test
    void theMemberSeesTheAgreementsOfTheirUnitAndTheTilesOpenThem() {
        var member = signedInAs("member");
        var tiles = member.get("/").select("#agreements .tile-value a");
        assertThat(tiles).hasSize(5);
        tiles.forEach(tile ->
                assertThat(member.get(tile.attr("href")).select("#agreements tbody tr"))
                        .as(tile.attr("href"))
                        .hasSize(Integer.parseInt(tile.text())));
    }

    @ParameterizedTest
    @CsvSource({"office, Tsinghua, Gamma", "office, 清華, Gamma", "member, Alpha, Bonn"})
    void oneSearchFindsAgreements(String login, String words, String expected) {
        assertThat(
                        signedInAs(login)
                                .get(
                                        "/search?q="
                                                + java.net.URLEncoder.encode(
                                                        words,
                                                        java.nio.charset.StandardCharsets.UTF_8))
                                .text())
                .contains(expected);
    }

    @Test
    void theSearchKeepsToWhatThePersonMayRead() {
        assertThat(signedInAs("office").get("/search?q=Kappa").select(".entries")).isNotEmpty();
        assertThat(signedInAs("member").get("/search?q=Kappa").select(".entries")).isEmpty();
        assertThat(visitor().get("/search?q=Kappa").select("form[action=/sign-in]")).hasSize(1);
    }

    @Test
    void aSearchOfNothingOrOfMarkupIsHarmless() {
        var office = signedInAs("office");
        assertThat(office.status("/search")).isEqualTo(200);
        assertThat(
                        office.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")
                                .select("script:not([src])"))
                .isEmpty();
    }

    @Test
    void theSearchTellsHowManyThereAreNotHowManyItShows() {
        CurrentUser.SYSTEM.run(() -> {
            for (int i = 1; i <= 13; i++) {
                organizations.createLocal(
                        new LocalOrganization(
                                new Bilingual(null, "Thirteenfold Academy " + i),
                                null,
                                null,
                                null,
                                List.of(),
                                OrganizationRef.Status.ACTIVE,
                                null,
                                null,
                                null,
                                null));
            }
        });
        var page = signedInAs("office").get("/search?q=Thirteenfold");
        assertThat(page.select("h2 .count").first().text()).isEqualTo("13");
        assertThat(page.select(".entries li")).hasSize(10);
        assertThat(page.select("a[href^=/organizations?q=]").text()).isEqualTo("Show all 13");
    }
}
