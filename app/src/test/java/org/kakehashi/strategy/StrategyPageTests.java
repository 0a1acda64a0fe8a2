package org.kakehashi.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of the strategy as people see them.
class StrategyPageTests extends ApplicationTest {
    private static final Pattern JAPANESE =
            Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final String DAY = "?date=2026-10-01";

    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    @BeforeAll
    void fill() {
        new SampleAgreements(agreements, units, users, jooq).fill();
    }

    @ParameterizedTest
    @CsvSource({
        "/strategy, office, 200",
        "/strategy, member, 200",
        "/strategy, executive, 200",
        "/strategy, admin, 200",
        "/strategy/overview, executive, 200",
        "/strategy/overview, member, 200",
        "/strategy/indicators, office, 200",
        "/strategy/indicators/K01, member, 200",
        "/strategy/indicators/K39, member, 200",
        "/strategy/indicators/K999, office, 404"
    })
    void eachRoleSeesTheStrategy(String page, String login, int status) {
        assertThat(signedInAs(login).status(page)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/strategy", "/strategy/overview", "/strategy/indicators/K01"})
    void visitorsAreAskedToSignIn(String page) {
        assertThat(visitor().get(page).select("form[action=/sign-in]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "office, K01, 4",
        "member, K01, 3",
        "office, K02, 2",
        "office, K67, 1",
        "office, K61, 6"
    })
    void theFigureOpensAListOfThatManyAgreements(String login, String code, int expected) {
        var person = signedInAs(login);
        Element value =
                person.get("/strategy/indicators/" + code + DAY).expectFirst(".figure-main dd a");
        assertThat(value.text()).isEqualTo(Integer.toString(expected));
        assertThat(person.get(value.attr("href")).select("#agreements tbody tr")).hasSize(expected);
    }

    @Test
    void everyNumberOfTheOverviewOpensThatManyAgreements() {
        var executive = signedInAs("executive");
        Document page = executive.get("/strategy/overview" + DAY);
        List<Element> numbers = page.select("#flow-table td a").stream().toList();
        assertThat(numbers).hasSize(20);
        for (Element number : numbers) {
            assertThat(executive.get(number.attr("href")).select("#agreements tbody tr"))
                    .as(number.attr("href"))
                    .hasSize(Integer.parseInt(number.text()));
        }
    }

    @Test
    void everyChartHasItsTable() {
        var office = signedInAs("office");
        for (String path :
                List.of(
                        "/strategy/overview",
                        "/strategy/indicators/K17",
                        "/strategy/indicators/K68")) {
            Document page = office.get(path + DAY);
            assertThat(page.select("figure.chart")).as(path).isNotEmpty();
            page.select("figure.chart")
                    .forEach(chart ->
                            assertThat(chart.select("table tbody tr, table tbody"))
                                    .as(path + " " + chart.id())
                                    .isNotEmpty());
        }
    }

    @Test
    void whatIsNotMeasuredSaysSoAndIsNotZero() {
        var office = signedInAs("office");
        Element action = office.get("/strategy" + DAY).expectFirst("[id=T1.6]");
        assertThat(action.text()).contains("No data").doesNotContain(" 0 ");
        assertThat(office.get("/strategy/indicators/K48").text()).contains("not measured yet");
    }

    @Test
    void theUnknownIsStatedBesideTheFigure() {
        Document page = signedInAs("office").get("/strategy/indicators/K61" + DAY);
        assertThat(page.select(".figure-line").text())
                .contains("Unknown (not included) 2 agreements");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/strategy",
                "/strategy/overview",
                "/strategy/indicators",
                "/strategy/indicators/K01"
            })
    void bothLanguagesAreWhole(String path) {
        var office = signedInAs("office");
        Document english = office.reads("en").get(path + DAY);
        english.select("[lang=ja], .brand, .site-tools, .lang-switch").remove();
        assertThat(JAPANESE.matcher(english.body().text()).find())
                .as(english.body().text())
                .isFalse();
        Document japanese = office.reads("ja").get(path + DAY);
        assertThat(japanese.expectFirst("h1").text())
                .matches(text -> JAPANESE.matcher(text).find());
        assertThat(japanese.text()).doesNotContain("strategy.");
        assertThat(english.text()).doesNotContain("strategy.");
    }

    @ParameterizedTest
    @CsvSource({
        "/strategy/indicators?date=2026-10-01&format=csv, K01",
        "/strategy/indicators/K61?date=2026-10-01&by=country&format=csv, Germany",
        "/strategy/indicators/K61?date=2026-10-01&format=csv, 2026"
    })
    void everyTableIsAFile(String path, String expected) {
        var file = signedInAs("office").reads("en").download(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(new String(file.body(), StandardCharsets.UTF_8)).contains(expected);
        var workbook = signedInAs("office").download(path.replace("csv", "xlsx"));
        assertThat(new String(workbook.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "2026-13-45", "0001-01-01", "9999-12-31", ""})
    void aDayThatMakesNoSenseIsToday(String day) {
        assertThat(signedInAs("office").status("/strategy/overview?date=" + day)).isEqualTo(200);
    }
}
