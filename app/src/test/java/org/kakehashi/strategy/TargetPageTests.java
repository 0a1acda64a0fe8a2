package org.kakehashi.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
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
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A planner sets targets and sees where an indicator stands.
class TargetPageTests extends ApplicationTest {
    @Autowired RecordedValues values;
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
    void aPlannerSetsABaselineAndATargetAndSeesTheStatus() {
        for (int year = 2021; year <= 2025; year++) {
            record("K39", year, Integer.toString(year - 2016));
        }
        Visitor office = signedInAs("office").reads("en");
        assertThat(office.get("/strategy/indicators/K39/targets").text())
                .contains("A baseline and a target are needed");
        set(office, "K39", "baseline", "", "2021", "5");
        Document page = set(office, "K39", "target", "", "2031", "20");
        Document then = office.get("/strategy/indicators/K39/targets?date=2025-10-01");
        // 5 → 20 in ten years: 11 expected in 2025, where 9 is 13.3 points behind
        assertThat(then.expectFirst("#standing").text()).contains("9.0").contains("11.0");
        assertThat(then.expectFirst(".page-head .badge").text()).isEqualTo("At risk");
        // 5, 6, 7, 8, 9: the line reaches 15 in 2031, without any doubt
        assertThat(then.expectFirst("#forecast").text())
                .contains("FY2031: 15.0")
                .contains("between 15.0 and 15.0")
                .contains("5 years");
        assertThat(page.select("#targets tbody tr")).hasSize(2);
        Document japanese =
                signedInAs("member")
                        .reads("ja")
                        .get("/strategy/indicators/K39/targets?date=2025-10-01");
        assertThat(japanese.expectFirst(".page-head .badge").text()).isEqualTo("要注意");
        assertThat(japanese.select("#target-form")).isEmpty();
        // no value in the year is no data, and not green
        Document later = office.get("/strategy/indicators/K39/targets?date=2026-10-01");
        assertThat(later.expectFirst(".page-head .badge").text()).isEqualTo("No data");
        assertThat(later.expectFirst(".page-head .badge").className()).contains("unknown");
        Element remove = page.expectFirst("#targets form");
        assertThat(office.submit(remove, Map.of()).select("#targets tbody tr")).hasSize(1);
    }

    @Test
    void agreementsHaveTargetsTooAndUnitsTheirOwn() {
        Visitor office = signedInAs("office").reads("en");
        set(office, "K61", "baseline", "", "2020", "2");
        set(office, "K61", "target", "", "2030", "10");
        String engineering = units.findByNameOrCode("ENG").orElseThrow().id().toString();
        set(office, "K61", "baseline", engineering, "2020", "1");
        set(office, "K61", "target", engineering, "2030", "4");
        Document page = office.get("/strategy/indicators/K61/targets?date=2026-10-01");
        // six in force, 6.8 expected, of a way of eight: 10 points behind
        assertThat(page.expectFirst(".page-head .badge").text()).isEqualTo("At risk");
        assertThat(page.select("#unit-targets tbody tr")).hasSize(1);
        assertThat(page.select("#unit-targets tbody td.num").first().text()).matches("\\d+");
        assertThat(
                        office.get("/strategy?date=2026-10-01")
                                .select(".plan-figures .badge")
                                .eachText())
                .contains("At risk");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "target, 1800, 5, plan, from 1950 to 2100",
                "target, soon, 5, plan, from 1950 to 2100",
                "target, 2030, many, plan, Enter a number",
                "target, 2030, 5, none, Say which plan",
                "target, 2015, 5, plan, after the baseline",
                "baseline, 2019, 5, plan, There is a baseline already",
            })
    void whatCannotBeIsAnsweredBesideTheField(
            String kind, String year, String value, String note, String expected) {
        Visitor office = signedInAs("office").reads("en");
        set(office, "K40", "baseline", "", "2020", "1");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", kind);
        typed.put("year", year);
        typed.put("value", value);
        typed.put("note", note == null ? "" : note);
        var answer =
                office.post(
                        office.get("/strategy/indicators/K40/targets").expectFirst("#target-form"),
                        typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(expected);
    }

    private void record(String code, int year, String value) {
        sample.as(
                "office",
                () -> {
                    values.record(
                            code,
                            new ValueEntry(
                                    year, null, new BigDecimal(value), "survey", null, null));
                    return null;
                });
    }

    private static Document set(
            Visitor visitor, String code, String kind, String unit, String year, String value) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", kind);
        typed.put("unit", unit);
        typed.put("year", year);
        typed.put("value", value);
        typed.put("note", "Mid-term plan");
        return visitor.submit(
                visitor.get("/strategy/indicators/" + code + "/targets")
                        .expectFirst("#target-form"),
                typed);
    }
}
