package org.kakehashi.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Counted;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.strategy.formula.Question;
import org.kakehashi.strategy.formula.Question.Aggregate;
import org.kakehashi.strategy.internal.MeasureReader;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.ui.Messages;
import org.springframework.beans.factory.annotation.Autowired;

/// Measures as the rooms offer them, against what a person counts in [SampleAgreements] and against
/// the lists of the rooms.
class MeasureStoreTests extends ApplicationTest {
    private static final MeasurePeriod DAY = MeasurePeriod.on(SampleAgreements.DAY);
    private static final MeasureChoice IN_FORCE =
            MeasureChoice.of("status", "in_force", "expiring");

    @Autowired List<Measure> measures;
    @Autowired MeasureReader reader;
    @Autowired AgreementFacts facts;
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

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "COUNT, none, 2026-10-01, office, 6",
                "COUNT, none, 2026-10-01, member, 5",
                "DISTINCT, country, 2026-10-01, office, 3",
                "DISTINCT, partner, 2026-10-01, office, 2",
                // DE 3, CN 3, FR 1 of 7
                "CONCENTRATION, country, 2026-10-01, office, 0.388",
                "CONCENTRATION, country, 1990-10-01, office, none"
            })
    void whatStandsOnADayIsCounted(
            Aggregate aggregate,
            @Nullable String of,
            LocalDate day,
            String login,
            @Nullable BigDecimal expected) {
        BigDecimal found =
                sample.as(
                                login,
                                () ->
                                        reader.ask(
                                                measure("agreement.agreements"),
                                                new Question(
                                                        aggregate,
                                                        "agreement.agreements",
                                                        of,
                                                        List.of(IN_FORCE)),
                                                MeasurePeriod.on(day)))
                        .value();
        if (expected == null || found == null) {
            assertThat(found).isEqualTo(expected);
        } else {
            assertThat(found.setScale(3, java.math.RoundingMode.HALF_UP))
                    .isEqualByComparingTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "agreement.begun, 2026, 1",
        "agreement.begun, 2021, 2",
        "agreement.ended, 2024, 1",
        "agreement.ended, 2025, 1",
        "agreement.ended, 2026, 2"
    })
    void whatHappensInAFiscalYearIsCounted(String name, int year, long expected) {
        assertThat(
                        sample.as(
                                        "office",
                                        () ->
                                                reader.ask(
                                                        measure(name),
                                                        count(name),
                                                        MeasurePeriod.of(new FiscalYear(year))))
                                .value())
                .isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "COUNTRY",
        "REGION",
        "UNIT",
        "KIND",
        "LEVEL",
        "STATUS",
        "PARTNER",
        "STARTED",
        "ENDED",
        "RENEWAL",
        "PENDING",
        "VISIBILITY",
        "RECOGNISED"
    })
    void partsAreThoseOfTheListAndOpenTheirRecords(Dimension dimension) {
        Measure measure = measure("agreement.agreements");
        AgreementFilter filter = AgreementFilter.inForceOn(SampleAgreements.DAY);
        var by = measure.dimension(dimension.parameter()).orElseThrow();
        for (String login : List.of("office", "member")) {
            Map<String, org.kakehashi.strategy.formula.Counted> parts =
                    sample.as(login, () -> reader.askBy(measure, inForce(), DAY, by));
            for (Counted one : sample.as(login, () -> facts.countBy(dimension, filter))) {
                if (dimension != Dimension.UNIT) {
                    assertThat(parts.get(one.value())).as(one.value()).isNotNull();
                }
            }
            assertThat(parts).isNotEmpty();
            parts.forEach((value, counted) -> {
                List<MeasureChoice> part =
                        List.of(new MeasureChoice(by.name(), Set.of(value), false));
                assertThat(counted.value())
                        .as(login + " " + value)
                        .isEqualByComparingTo(
                                BigDecimal.valueOf(
                                        sample.as(
                                                login,
                                                () ->
                                                        facts.count(
                                                                dimension == Dimension.STATUS
                                                                        ? AgreementFilter.on(
                                                                                        SampleAgreements
                                                                                                .DAY)
                                                                                .with(
                                                                                        dimension,
                                                                                        value)
                                                                        : filter.with(
                                                                                dimension,
                                                                                value)))));
                assertThat(
                                sample.as(
                                        login,
                                        () ->
                                                reader.records(
                                                        measure,
                                                        inForce(),
                                                        DAY,
                                                        part,
                                                        0,
                                                        100,
                                                        Locale.ENGLISH)))
                        .hasSize(counted.value().intValue());
            });
        }
    }

    @Test
    void whatIsExceptedLeavesOutTheUnknownToo() {
        Measure measure = measure("agreement.agreements");
        long notGermany =
                sample.as(
                        "office",
                        () ->
                                reader.count(
                                        measure,
                                        count(measure.name()),
                                        DAY,
                                        List.of(new MeasureChoice("country", Set.of("DE"), true))));
        AgreementFilter all = AgreementFilter.on(SampleAgreements.DAY);
        long expected =
                sample.as(
                        "office",
                        () ->
                                facts.count(all)
                                        - facts.count(
                                                all.with(
                                                        Dimension.COUNTRY,
                                                        "DE",
                                                        Dimension.UNKNOWN)));
        assertThat(notGermany).isEqualTo(expected).isPositive();
    }

    @Test
    void everyMeasureAnswersAndHasItsNamesInBothLanguages() {
        assertThat(measures).isNotEmpty();
        for (Measure measure : measures) {
            assertThat(Messages.has(measure.nameKey())).as(measure.nameKey()).isTrue();
            for (String login : List.of("office", "member")) {
                MeasurePeriod year = MeasurePeriod.of(FiscalYear.of(SampleAgreements.DAY));
                long all =
                        sample.as(
                                login,
                                () ->
                                        reader.count(
                                                measure, count(measure.name()), year, List.of()));
                measure.dimensions()
                        .forEach(dimension -> {
                            assertThat(Messages.has(measure.dimensionKey(dimension.name())))
                                    .as(measure.dimensionKey(dimension.name()))
                                    .isTrue();
                            assertThat(
                                            sample.as(
                                                    login,
                                                    () ->
                                                            reader.askBy(
                                                                    measure,
                                                                    count(measure.name()),
                                                                    year,
                                                                    dimension)))
                                    .as(measure.name() + " by " + dimension.name())
                                    .satisfies(parts ->
                                            assertThat(parts.isEmpty()).isEqualTo(all == 0));
                        });
            }
        }
    }

    private Measure measure(String name) {
        return measures.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static Question count(String measure) {
        return new Question(Aggregate.COUNT, measure, null, List.of());
    }

    private static Question inForce() {
        return new Question(Aggregate.COUNT, "agreement.agreements", null, List.of(IN_FORCE));
    }
}
