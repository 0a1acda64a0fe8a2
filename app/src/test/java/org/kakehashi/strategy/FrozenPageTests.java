package org.kakehashi.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Official figures are frozen, stay as they were reported, and tell why they differ.
class FrozenPageTests extends ApplicationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Autowired Frozen frozen;
    @Autowired Figures figures;
    @Autowired Plans plans;
    @Autowired Readings readings;
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
    void whatWasReportedStaysAndTheDifferenceIsExplained() {
        record("K39", 2025, "8.4", null);
        Visitor office = signedInAs("office").reads("en");
        Document page = freeze(office, "K39", "2026-03-31", "Survey of the ministry");
        assertThat(page.select("#frozen tbody tr").text())
                .contains("8.4")
                .contains("As reported")
                .contains("Survey of the ministry");
        int version = sample.as("office", () -> values.list("K39")).getFirst().version();
        record("K39", 2025, "8.9", version);
        Document later = office.get("/strategy/frozen?day=2026-03-31");
        assertThat(later.select("#frozen tbody tr").text())
                .contains("8.4")
                .contains("8.9")
                .contains("Differs now");
        Document why = office.get(later.expectFirst("#frozen tbody th a").attr("href"));
        assertThat(why.select("#why tbody tr")).hasSize(1);
        assertThat(why.select("#why tbody tr").text())
                .contains("Other number now")
                .contains("8.4")
                .contains("8.9");
        assertThat(why.text()).contains("Records and fingerprint agree");
        office.submit(
                why.expectFirst("#revise"), new LinkedHashMap<>(Map.of("reason", "Late returns")));
        Document revised = office.get("/strategy/frozen?day=2026-03-31");
        assertThat(revised.select("#frozen tbody tr")).hasSize(2);
        assertThat(revised.select("#frozen tbody tr").get(1).text())
                .contains("8.9")
                .contains("Revision")
                .contains("Late returns");
        // a reader sees what was reported, and not what only some may count
        Document reader = signedInAs("member").reads("ja").get("/strategy/frozen?day=2026-03-31");
        assertThat(reader.select("#frozen tbody tr").text()).contains("8.4").contains("改訂");
        assertThat(reader.select("#frozen tbody a, #freeze")).isEmpty();
    }

    @Test
    void agreementsDeletedOrChangedAfterwardsAreNamed() {
        LocalDate day = LocalDate.of(2026, 9, 1);
        var id = sample.as("office", () -> frozen.freeze("K61", day, "Yearly report"));
        FrozenFigure figure = sample.as("office", () -> frozen.get(id));
        assertThat(figure.value())
                .isEqualByComparingTo(
                        sample.as("office", () -> readings.of(plans.indicator("K61"), day))
                                .value());
        Frozen.Difference none = sample.as("office", () -> frozen.difference(figure));
        assertThat(none.same()).isTrue();
        assertThat(none.added()).isEmpty();
        assertThat(none.gone()).isEmpty();
        assertThat(sample.as("office", () -> frozen.intact(figure))).isTrue();
        jooq.execute(
                "update agreement.agreements set ended_date = '2026-01-01', ended_precision = 'day', ended_reason = 'other'"
                        + " where title_en = 'Alpha'");
        Frozen.Difference difference = sample.as("office", () -> frozen.difference(figure));
        assertThat(difference.same()).isFalse();
        assertThat(difference.gone()).hasSize(1);
        assertThat(difference.added()).isEmpty();
        assertThat(sample.as("office", () -> frozen.intact(figure))).isTrue();
    }

    /// The records kept of a built-in figure are those the figure counted.
    @Test
    void theRecordsOfEveryBuiltInFigureAreThoseItCounted() {
        for (Indicator indicator :
                sample.as("office", () -> plans.indicators()).stream()
                        .filter(Indicator::measured)
                        .toList()) {
            Figure figure =
                    sample.as(
                            "office",
                            () ->
                                    figures.reckon()
                                            .wanting(List.of(indicator), List.of(DAY))
                                            .counted()
                                            .figure(indicator, DAY));
            Reading reading = sample.as("office", () -> readings.of(indicator, DAY));
            assertThat(
                            sample.as("office", () -> readings.behind(reading)).stream()
                                    .filter(one -> one.question() == 0)
                                    .count())
                    .as(indicator.code())
                    .isEqualTo(figure.records());
        }
    }

    @Test
    void theDatabaseLetsNothingFrozenBeChanged() {
        record("K40", 2025, "12", null);
        var id =
                sample.as("office", () -> frozen.freeze("K40", LocalDate.of(2025, 5, 1), "Report"));
        assertThatThrownBy(() ->
                        jooq.execute(
                                "update strategy.frozen_figures set value = 13 where id = ?", id))
                .hasMessageContaining("does not change");
        assertThatThrownBy(() ->
                        jooq.execute("delete from strategy.frozen_records where figure_id = ?", id))
                .hasMessageContaining("does not change");
        assertThatThrownBy(() ->
                        sample.as(
                                "office",
                                () -> frozen.freeze("K40", LocalDate.of(2025, 5, 1), "Again")))
                .as("nothing changed")
                .isInstanceOf(KakehashiException.class);
    }

    @Test
    void everyIndicatorWithAValueIsFrozenAtOnce() {
        record("K41", 2024, "20", null);
        Visitor office = signedInAs("office").reads("en");
        Document page = freeze(office, "", "2024-10-01", "Mid-term plan");
        assertThat(page.select("#frozen td.code").eachText())
                .contains("K01", "K41", "K61")
                .doesNotContain("K42");
        int rows = page.select("#frozen tbody tr").size();
        Document again = freeze(office, "", "2024-10-01", "Mid-term plan");
        assertThat(again.select("#frozen tbody tr")).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2199-01-01, Report, not in the future",
                "soon, Report, not in the future",
                "2026-01-01, none, Say for what"
            })
    void whatCannotBeFrozenIsAnsweredBesideTheField(String day, String reason, String expected) {
        Visitor office = signedInAs("office").reads("en");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("code", "K61");
        typed.put("day", day);
        typed.put("reason", reason == null ? "" : reason);
        var answer = office.post(office.get("/strategy/frozen").expectFirst("#freeze"), typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(expected);
    }

    @Test
    void onlyWhoMayFreezes() {
        for (String login : List.of("member", "executive")) {
            assertThat(signedInAs(login).status("/strategy/frozen")).isEqualTo(200);
            assertThatThrownBy(() -> sample.as(login, () -> frozen.freeze("K61", DAY, "Report")))
                    .isInstanceOf(KakehashiException.class);
        }
    }

    private static Document freeze(Visitor visitor, String code, String day, String reason) {
        Element form = visitor.get("/strategy/frozen").expectFirst("#freeze");
        return visitor.submit(
                form, new LinkedHashMap<>(Map.of("code", code, "day", day, "reason", reason)));
    }

    private void record(
            String code,
            int year,
            String value,
            @org.jspecify.annotations.Nullable Integer version) {
        sample.as(
                "office",
                () -> {
                    values.record(
                            code,
                            new ValueEntry(
                                    year, null, new BigDecimal(value), "survey", null, version));
                    return null;
                });
    }
}
