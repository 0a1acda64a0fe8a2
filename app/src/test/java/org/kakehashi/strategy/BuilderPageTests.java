package org.kakehashi.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.formula.Outcome.Missing;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A planner makes indicators, without code.
class BuilderPageTests extends ApplicationTest {
    private static final String DAY = "?date=2026-10-01";
    private static final String IN_FORCE =
            "count(agreement.agreements where status in (in_force, expiring))";

    @Autowired Catalogue catalogue;
    @Autowired Plans plans;
    @Autowired Readings readings;
    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    private SampleAgreements sample;

    @BeforeAll
    void fill() {
        sample = new SampleAgreements(agreements, units, users, jooq);
        sample.fill();
    }

    @Test
    void aPlannerHasTheFormulaWrittenLooksAtItAndKeepsIt() {
        Visitor office = signedInAs("office").reads("en");
        Element form = office.get("/strategy/indicators/new").expectFirst("#builder");
        Map<String, String> typed = typed();
        typed.put("how", "share");
        typed.put("measure", "agreement.agreements");
        typed.put("unit", "percent");
        typed.put("decimals", "1");
        typed.put("partDimension", "level");
        typed.put("partValues", "university");
        typed.put("step", "write");
        Document written = office.submit(form, typed);
        assertThat(written.expectFirst("#expression").text())
                .isEqualTo(
                        "share(count(agreement.agreements where level in (university)),"
                                + " count(agreement.agreements))");
        assertThat(written.select("#preview tbody tr")).hasSize(5);
        assertThat(written.select("#values-of-level tbody code").eachText())
                .contains("university", "department");
        typed.put("step", "save");
        typed.put("expression", written.expectFirst("#expression").text());
        Document shown = office.submit(written.expectFirst("#builder"), typed);
        assertThat(shown.expectFirst("h1").text()).contains("Agreements of planners");
        String code = shown.expectFirst(".page-head .code").text();
        Document onDay = office.get("/strategy/indicators/" + code + DAY);
        List<String> counts = onDay.select("#sources td.num a").eachText();
        assertThat(counts).hasSize(2);
        double expected =
                Math.round(
                                1000.0
                                        * Integer.parseInt(counts.get(0))
                                        / Integer.parseInt(counts.get(1)))
                        / 10.0;
        assertThat(onDay.expectFirst(".figure-main dd").text())
                .startsWith(Double.toString(expected));
    }

    @Test
    void aFigureOpensItsRecordsAndEachPartItsOwn() {
        String code = add("agreements", IN_FORCE);
        Visitor office = signedInAs("office").reads("en");
        Document page = office.get("/strategy/indicators/" + code + DAY + "&by=country");
        assertThat(page.expectFirst(".figure-main dd").text()).startsWith("6");
        Document records = office.get(page.expectFirst("#sources td.num a").attr("href"));
        assertThat(records.select("#records tbody tr")).hasSize(6);
        assertThat(office.get(records.expectFirst("#records tbody a").attr("href")).title())
                .isNotEmpty();
        for (Element part : page.select("#parts-of tbody td a")) {
            assertThat(office.get(part.attr("href")).select("#records tbody tr"))
                    .as(part.attr("href"))
                    .hasSize(Integer.parseInt(part.text()));
        }
        // restricted agreements of other units are not the member's, nor in the figure
        Visitor member = signedInAs("member").reads("en");
        assertThat(
                        member.get("/strategy/indicators/" + code + DAY)
                                .expectFirst(".figure-main dd")
                                .text())
                .startsWith("5");
        assertThat(
                        member.get(page.expectFirst("#sources td.num a").attr("href"))
                                .select("#records tbody tr"))
                .hasSize(5);
        assertThat(
                        new String(
                                office.download(
                                                page.expectFirst("#sources td.num a").attr("href")
                                                        + "&format=csv")
                                        .body(),
                                StandardCharsets.UTF_8))
                .contains("Bonn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "count(agreement.nothing); agreements; There is no measure",
                "count(agreement.agreements where colour = red); agreements; has no dimension",
                "mean(agreement.agreements); agreements; carry no number",
                "K999 + 1; agreements; There is no indicator",
                "count(agreement.agreements) + median(K01); agreements; There is no measure",
                "count(agreement.agreements); persons; not the unit",
                "K61 + K62; agreements; Different units",
                "system('rm'); agreements; There is no function",
                "count(agreement.agreements; agreements; ends too early",
            })
    void aFormulaThatMakesNoSenseIsAnsweredAndNotKept(
            String formula, String unit, String expected) {
        Visitor office = signedInAs("office").reads("en");
        Element form = office.get("/strategy/indicators/new").expectFirst("#builder");
        Map<String, String> typed = typed();
        typed.put("unit", unit);
        typed.put("expression", formula);
        typed.put("step", "save");
        var answer = office.post(form, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(expected);
    }

    @Test
    void aFormulaThatComesBackToItselfIsRefused() {
        String first = add("agreements", IN_FORCE);
        String second = add("agreements", first + " + 1");
        sample.as(
                "office",
                () -> {
                    assertThat(readings.problems(second + " * 2", first, "agreements"))
                            .extracting(one -> one.kind().name())
                            .containsExactly("CIRCULAR");
                    assertThat(readings.problems(first, first, "agreements"))
                            .extracting(one -> one.kind().name())
                            .containsExactly("CIRCULAR");
                    assertThatThrownBy(() ->
                                    catalogue.define(
                                            first, edition(2026, "agreements", second, false), 1))
                            .isInstanceOf(KakehashiException.class);
                    return null;
                });
    }

    @Test
    void anEditionHoldsFromItsYearAndABreakStopsComparison() {
        String code = add("agreements", IN_FORCE);
        String growth = add("percent", "growth(" + code + ", 1)");
        LocalDate day = SampleAgreements.DAY;
        assertThat(value(growth, day)).isNotNull();
        sample.as(
                "office",
                () -> {
                    catalogue.define(code, edition(2026, "agreements", "2 * " + IN_FORCE, true), 1);
                    return null;
                });
        assertThat(value(code, day)).isEqualByComparingTo("12");
        assertThat(value(code, LocalDate.of(2026, 3, 31)))
                .isEqualByComparingTo(
                        sample.as(
                                "office",
                                () ->
                                        readings.of(
                                                        plans.indicator("K61"),
                                                        LocalDate.of(2026, 3, 31))
                                                .value()));
        assertThat(
                        sample.as("office", () -> readings.of(plans.indicator(growth), day))
                                .outcome()
                                .missing())
                .isEqualTo(Missing.SERIES_BREAK);
        Document page = signedInAs("office").reads("en").get("/strategy/indicators/" + code + DAY);
        assertThat(page.select("#years").text()).contains("Series break");
        assertThat(page.select("#editions-table tbody tr")).hasSize(2);
        assertThatThrownBy(() ->
                        sample.as(
                                "office",
                                () -> {
                                    catalogue.define(
                                            code, edition(2027, "agreements", IN_FORCE, false), 1);
                                    return null;
                                }))
                .as("somebody else changed it meanwhile")
                .isInstanceOf(KakehashiException.class);
    }

    @Test
    void aChangedUnitIsNotComparedEither() {
        String code = add("agreements", IN_FORCE);
        String growth = add("percent", "growth(" + code + ", 1)");
        sample.as(
                "office",
                () -> {
                    catalogue.define(
                            code,
                            edition(
                                    2026,
                                    "countries",
                                    "distinct(agreement.agreements by country)",
                                    false),
                            1);
                    return null;
                });
        assertThat(
                        sample.as(
                                        "office",
                                        () ->
                                                readings.of(
                                                        plans.indicator(growth),
                                                        SampleAgreements.DAY))
                                .outcome()
                                .missing())
                .isEqualTo(Missing.UNIT_CHANGED);
    }

    @Test
    void figuresOfAgreementsCanBeReferredTo() {
        String code = add("agreements", "K01 + K02");
        assertThat(value(code, SampleAgreements.DAY)).isEqualByComparingTo("6");
    }

    @Test
    void onlyWhoMayChangesTheCatalogue() {
        for (String login : List.of("member", "executive")) {
            assertThat(signedInAs(login).status("/strategy/indicators/new")).isEqualTo(403);
            assertThatThrownBy(() -> sample.as(login, () -> catalogue.add(draft("cases", null))))
                    .isInstanceOf(KakehashiException.class);
        }
        assertThat(signedInAs("office").status("/strategy/indicators/K01/definition"))
                .isEqualTo(400);
    }

    private java.math.BigDecimal value(String code, LocalDate day) {
        return java.util.Objects.requireNonNull(
                sample.as("office", () -> readings.of(plans.indicator(code), day)).value());
    }

    private String add(String unit, String formula) {
        return sample.as("office", () -> catalogue.add(draft(unit, formula)));
    }

    private static IndicatorDraft draft(
            String unit, @org.jspecify.annotations.Nullable String formula) {
        return new IndicatorDraft(
                new Bilingual("試作の指標", "An indicator on trial"),
                new Bilingual("試作の定義", "A definition on trial"),
                unit,
                0,
                Indicator.Period.STOCK,
                java.time.MonthDay.of(10, 1),
                Indicator.Direction.UP,
                "output",
                "agreement",
                formula,
                List.of("P1.1"));
    }

    private static Edition edition(int from, String unit, String formula, boolean breaks) {
        return new Edition(
                from,
                new Bilingual("新しい定義", "A new definition"),
                unit,
                0,
                formula,
                breaks,
                "reorganised");
    }

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("nameJa", "計画担当の協定");
        typed.put("nameEn", "Agreements of planners");
        typed.put("definitionJa", "試しの定義");
        typed.put("definitionEn", "A definition to try");
        typed.put("unit", "agreements");
        typed.put("decimals", "0");
        typed.put("period", "stock");
        typed.put("referenceDay", "10-01");
        return typed;
    }
}
