package org.kakehashi.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.facts.AgreementCounts;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Counted;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// The figures against what a person counts in [SampleAgreements].
class FiguresStoreTests extends ApplicationTest {
    @Autowired Plans plans;
    @Autowired Figures figures;
    @Autowired AgreementFacts facts;
    @Autowired AgreementCounts counts;
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

    @ParameterizedTest(name = "{0} on {1} for {2}: {3}")
    @CsvSource(
            nullValues = "unknown",
            value = {
                // an agreement is still in force on its last day
                "K01, 2026-10-01, office, 4",
                "K01, 2026-10-02, office, 3",
                // and from its first day on
                "K02, 2026-09-30, office, 1",
                "K02, 2026-10-01, office, 2",
                "K61, 2026-10-01, office, 6",
                // restricted agreements of other units are not the member's
                "K01, 2026-10-01, member, 3",
                "K61, 2026-10-01, executive, 6",
                // DE 3, CN 3, FR 1 of 7: 19/49
                "K17, 2026-10-01, office, 0.388",
                "K17, 2026-10-01, member, 0.500",
                "K17, 1990-10-01, office, unknown",
                "K62, 2026-10-01, office, 3",
                "K63, 2026-10-01, office, 2",
                // fiscal years end on 31 March
                "K64, 2026-06-01, office, 1",
                "K64, 2021-12-31, office, 2",
                "K65, 2025-03-31, office, 1",
                "K65, 2026-03-31, office, 1",
                "K65, 2026-04-01, office, 2",
                // twelve months from 1 October 2026 end with 1 October 2027
                "K66, 2026-10-01, office, 2",
                "K66, 2026-10-02, office, 2",
                "K67, 2026-10-01, office, 1",
                "K67, 2026-10-02, office, 2",
                // 7 of 9; 6 of 9
                "K68, 2026-10-01, office, 77.8",
                "K69, 2026-10-01, office, 66.7",
            })
    void aFigureIsWhatAPersonCounts(
            String code, LocalDate day, String login, @Nullable BigDecimal expected) {
        Figure figure = sample.as(login, () -> figure(code, day));
        if (expected == null) {
            assertThat(figure.value()).isNull();
        } else {
            assertThat(figure.value()).isEqualByComparingTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"K01, 1", "K02, 0", "K61, 2", "K63, 1", "K64, 2"})
    void whatIsUnknownIsToldBesideTheFigure(String code, long unknown) {
        Figure figure = sample.as("office", () -> figure(code, SampleAgreements.DAY));
        assertThat(figure.doubtful()).isEqualTo(unknown);
        assertThat(sample.as("office", () -> facts.count(read(figure.doubtfulHref()))))
                .isEqualTo(unknown);
    }

    @Test
    void everyFigureOpensExactlyItsRecords() {
        for (String login : List.of("office", "member", "executive")) {
            for (Indicator indicator : measured()) {
                Figure figure =
                        sample.as(login, () -> figure(indicator.code(), SampleAgreements.DAY));
                assertThat(sample.as(login, () -> facts.count(read(figure.recordsHref()))))
                        .as(indicator.code() + " for " + login)
                        .isEqualTo(figure.records());
            }
        }
    }

    @Test
    void everyPartOpensExactlyItsRecords() {
        for (Indicator indicator : measured()) {
            for (Dimension dimension :
                    List.of(
                            Dimension.COUNTRY,
                            Dimension.REGION,
                            Dimension.UNIT,
                            Dimension.KIND,
                            Dimension.LEVEL)) {
                Breakdown breakdown =
                        sample.as(
                                "office",
                                () ->
                                        figures.reckon()
                                                .wanting(indicator, dimension, SampleAgreements.DAY)
                                                .counted()
                                                .breakdown(
                                                        indicator,
                                                        dimension,
                                                        SampleAgreements.DAY));
                breakdown.items().stream()
                        .filter(item -> !breakdown.shares())
                        .forEach(item ->
                                assertThat(
                                                sample.as(
                                                        "office",
                                                        () ->
                                                                facts.count(
                                                                        read(item.recordsHref()))))
                                        .as(indicator.code() + " " + item)
                                        .isEqualTo(
                                                Objects.requireNonNull(item.value()).longValue()));
            }
        }
    }

    @Test
    void countriesAreToldApartLargestFirstUnknownLast() {
        Breakdown breakdown =
                sample.as(
                        "office",
                        () -> {
                            Indicator all = plans.indicator("K68");
                            return figures.reckon()
                                    .wanting(all, Dimension.COUNTRY, SampleAgreements.DAY)
                                    .counted()
                                    .breakdown(all, Dimension.COUNTRY, SampleAgreements.DAY);
                        });
        assertThat(breakdown.items().getLast().key()).isEqualTo(Dimension.UNKNOWN);
        assertThat(breakdown.items().getLast().value()).isEqualByComparingTo("0");
        assertThat(breakdown.items())
                .anyMatch(item -> item.key().equals("DE") && item.value() != null);
    }

    @Test
    void countsTogetherAreTheCountsOneByOne() {
        long seed = 20261121;
        Random random = new Random(seed);
        List<AgreementFilter> filters = Stream.generate(() -> anyFilter(random)).limit(60).toList();
        for (String login : List.of("office", "member")) {
            long[] together = sample.as(login, () -> counts.of(filters));
            for (int i = 0; i < together.length; i++) {
                AgreementFilter filter = filters.get(i);
                assertThat(sample.as(login, () -> facts.count(filter)))
                        .as("seed " + seed + ", " + filter)
                        .isEqualTo(together[i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"COUNTRY", "REGION", "KIND", "PARTNER", "LEVEL", "STARTED", "ENDED", "RENEWAL"})
    void partsTogetherAreThePartsOneByOne(Dimension dimension) {
        AgreementFilter filter = AgreementFilter.inForceOn(SampleAgreements.DAY);
        Map<String, Long> expected = new LinkedHashMap<>();
        sample.as("office", () -> facts.countBy(dimension, filter))
                .forEach((Counted one) -> expected.put(one.value(), one.count()));
        Map<String, Long> found = new LinkedHashMap<>();
        sample.as("office", () -> counts.by(dimension, List.of(filter)))
                .forEach((value, numbers) -> found.put(value, numbers[0]));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aUnitIncludesTheUnitsBelowItAndCountsAnAgreementOnce() {
        Map<String, long[]> byUnit =
                sample.as(
                        "office",
                        () ->
                                counts.by(
                                        Dimension.UNIT,
                                        List.of(AgreementFilter.on(SampleAgreements.DAY))));
        byUnit.forEach((unit, numbers) ->
                assertThat(numbers[0])
                        .as(unit)
                        .isEqualTo(
                                sample.as(
                                        "office",
                                        () ->
                                                facts.count(
                                                        AgreementFilter.on(SampleAgreements.DAY)
                                                                .with(Dimension.UNIT, unit)))));
    }

    @Test
    void thePublicHasNoFiguresOfTheStrategy() {
        assertThatThrownBy(() -> plans.indicators()).isInstanceOf(KakehashiException.class);
        assertThatThrownBy(() -> figures.reckon()).isInstanceOf(KakehashiException.class);
    }

    @Test
    void thePlanHasItsThirtyOneActionsAndEachAnIndicator() {
        Plan plan = sample.as("office", () -> plans.list()).getFirst();
        assertThat(plan.actions()).hasSize(31);
        List<String> served =
                sample.as("office", () -> plans.indicators()).stream()
                        .flatMap(one -> one.actions().stream())
                        .toList();
        assertThat(plan.actions())
                .allMatch(action -> served.contains(action.code()))
                .allMatch(action -> action.title().ja() != null && action.title().en() != null);
    }

    private Figure figure(String code, LocalDate day) {
        Indicator indicator = plans.indicator(code);
        return figures.reckon()
                .wanting(List.of(indicator), List.of(day))
                .counted()
                .figure(indicator, day);
    }

    private List<Indicator> measured() {
        return sample.as("office", () -> plans.indicators()).stream()
                .filter(Indicator::measured)
                .toList();
    }

    /// The filter as the list page reads it from the address.
    private static AgreementFilter read(@Nullable String href) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        String query = Objects.requireNonNull(href);
        for (String pair : query.substring(query.indexOf('?') + 1).split("&")) {
            parameters
                    .computeIfAbsent(pair.substring(0, pair.indexOf('=')), any -> new ArrayList<>())
                    .add(pair.substring(pair.indexOf('=') + 1));
        }
        return AgreementFilter.of(parameters, LocalDate.EPOCH);
    }

    private static AgreementFilter anyFilter(Random random) {
        AgreementFilter filter =
                AgreementFilter.on(LocalDate.of(2026, 10, 1).plusDays(random.nextInt(-400, 400)));
        Object[][] choices = {
            {Dimension.STATUS, "in_force", "expiring", "lapsed", "ended", "unknown", "proposed"},
            {Dimension.LEVEL, "university", "department", "unknown"},
            {Dimension.STARTED, "2020", "2021", "2026", "unknown"},
            {Dimension.ENDED, "2024", "2025", "2026", "unknown"},
            {Dimension.RECOGNISED, "true", "false"},
            {Dimension.END_KNOWN, "true", "false"},
            {Dimension.VISIBILITY, "public", "members", "restricted"},
            {Dimension.COUNTRY, "DE", "CN", "unknown"},
        };
        for (Object[] choice : choices) {
            if (random.nextInt(3) == 0) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i < choice.length; i++) {
                    if (random.nextBoolean()) {
                        values.add((String) choice[i]);
                    }
                }
                filter = filter.with((Dimension) choice[0], values.toArray(String[]::new));
            }
        }
        return filter;
    }
}
