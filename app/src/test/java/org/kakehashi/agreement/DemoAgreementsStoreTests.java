package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Counted;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DemoAgreementsStoreTests extends ApplicationTest {
    /// Some two seconds on a quiet machine; tests also run on busy ones.
    private static final Duration BUDGET = Duration.ofSeconds(15);

    @Autowired private ObjectProvider<DemoData> contributions;
    @Autowired private AgreementFacts facts;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;
    private Duration taken = Duration.ZERO;

    @BeforeAll
    void fill() {
        long begun = System.nanoTime();
        transaction.executeWithoutResult(status ->
                CurrentUser.SYSTEM.run(() ->
                        contributions.stream()
                                .filter(one -> one.order() > 0)
                                .sorted(Comparator.comparingInt(DemoData::order))
                                .forEach(DemoData::fill)));
        taken = Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void isFilledWithinItsBudget() {
        assertThat(taken).isLessThan(BUDGET);
    }

    @Test
    void everyStatusOccurs() {
        Map<String, Long> counts = countBy(Dimension.STATUS);
        for (Status status : Status.values()) {
            assertThat(counts.getOrDefault(status.code(), 0L)).as(status.code()).isPositive();
        }
        assertThat(counts.get(Status.IN_FORCE.code())).isGreaterThan(200);
    }

    @Test
    void everyRegionAndManyCountriesOccur() {
        assertThat(countBy(Dimension.COUNTRY)).hasSizeGreaterThan(60);
        assertThat(countBy(Dimension.REGION)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(countBy(Dimension.RECOGNISED)).containsKeys("true", "false");
    }

    private Map<String, Long> countBy(Dimension dimension) {
        return CurrentUser.SYSTEM.call(() ->
                facts.countBy(dimension, AgreementFilter.on(LocalDate.now(clock))).stream()
                        .collect(Collectors.toMap(Counted::value, Counted::count)));
    }
}
