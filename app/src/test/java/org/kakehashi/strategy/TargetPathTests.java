package org.kakehashi.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The way to a target, the status beside it and the forecast, against values reckoned by hand.
class TargetPathTests {
    /// From 100 in 2020 over 110 in 2022 to 140 in 2025; hoped for 160.
    private static final List<Target> UP =
            List.of(
                    target(2020, Target.Kind.BASELINE, "100"),
                    target(2022, Target.Kind.MILESTONE, "110"),
                    target(2025, Target.Kind.TARGET, "140"),
                    target(2025, Target.Kind.STRETCH, "160"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "2019, unknown",
                "2020, 100",
                "2021, 105",
                "2022, 110",
                "2023, 120",
                "2024, 130",
                "2025, 140",
                "2027, 140"
            })
    void betweenTwoStationsTheWayIsStraight(int year, @Nullable BigDecimal expected) {
        BigDecimal found = path(UP, year).expected(year);
        if (expected == null || found == null) {
            assertThat(found).isEqualTo(expected);
        } else {
            assertThat(found).isEqualByComparingTo(expected);
        }
    }

    /// The way is 40: 5 points are 2, 15 points are 6.
    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "2023, 140, ACHIEVED",
                "2023, 150, ACHIEVED",
                "2023, 139, ON_TRACK",
                "2023, 120, ON_TRACK",
                "2023, 118, ON_TRACK",
                "2023, 117.9, AT_RISK",
                "2023, 114, AT_RISK",
                "2023, 113.9, OFF_TRACK",
                "2023, 0, OFF_TRACK",
                "2023, unknown, NO_DATA",
                "2019, 90, NO_DATA",
                "2026, 139, ON_TRACK",
                "2026, 130, OFF_TRACK",
            })
    void theStatusFollowsThePublishedRule(
            int year, @Nullable BigDecimal actual, TargetPath.Status expected) {
        assertThat(path(UP, year).status(actual, year, false)).isEqualTo(expected);
    }

    /// From 60 days to 20: the way is 40 down.
    @ParameterizedTest
    @CsvSource({
        "2022, 20, ACHIEVED",
        "2022, 40, ON_TRACK",
        "2022, 42, ON_TRACK",
        "2022, 43, AT_RISK",
        "2022, 46, AT_RISK",
        "2022, 47, OFF_TRACK"
    })
    void downIsAWayToo(int year, BigDecimal actual, TargetPath.Status expected) {
        List<Target> down =
                List.of(
                        target(2020, Target.Kind.BASELINE, "60"),
                        target(2024, Target.Kind.TARGET, "20"));
        assertThat(path(down, year).status(actual, year, true)).isEqualTo(expected);
    }

    /// 50 is to be kept: points are per cent of it.
    @ParameterizedTest
    @CsvSource({
        "50, false, ACHIEVED",
        "48, false, ON_TRACK",
        "45, false, AT_RISK",
        "40, false, OFF_TRACK",
        "50, true, ACHIEVED",
        "49, true, ACHIEVED",
        "52, true, ON_TRACK",
        "55, true, AT_RISK",
        "60, true, OFF_TRACK"
    })
    void whatIsToBeKeptIsJudgedByItsSize(
            BigDecimal actual, boolean lower, TargetPath.Status expected) {
        List<Target> same =
                List.of(
                        target(2020, Target.Kind.BASELINE, "50"),
                        target(2024, Target.Kind.TARGET, "50"));
        assertThat(path(same, 2022).status(actual, 2022, lower)).isEqualTo(expected);
    }

    @Test
    void withoutBaselineOrTargetThereIsNoWay() {
        assertThat(TargetPath.of(List.of(), 2022)).isEmpty();
        assertThat(TargetPath.of(UP.subList(0, 2), 2022)).isEmpty();
        assertThat(TargetPath.of(UP.subList(1, 3), 2022)).isEmpty();
    }

    @Test
    void theGoalIsTheNextTargetAndInTheEndTheLast() {
        List<Target> two = new ArrayList<>(UP);
        two.add(target(2030, Target.Kind.TARGET, "200"));
        assertThat(path(two, 2024).goal().year()).isEqualTo(2025);
        assertThat(path(two, 2026).goal().year()).isEqualTo(2030);
        assertThat(path(two, 2040).goal().year()).isEqualTo(2030);
    }

    @Test
    void moreIsNeverWorseWhereUpIsBetter() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            int base = random.nextInt(100);
            List<Target> any =
                    List.of(
                            target(2020, Target.Kind.BASELINE, "" + base),
                            target(2030, Target.Kind.TARGET, "" + (base + random.nextInt(1, 50))));
            int year = random.nextInt(2020, 2032);
            BigDecimal less = BigDecimal.valueOf(random.nextInt(200));
            BigDecimal more = less.add(BigDecimal.valueOf(random.nextInt(20)));
            assertThat(path(any, year).status(more, year, false))
                    .as("seed " + seed + " " + any + " " + year + " " + less + " " + more)
                    .isLessThanOrEqualTo(path(any, year).status(less, year, false));
        }
    }

    /// Mean 2022.5 and 4.75, slope 9.5 / 5, residuals 0.1, 0.2, −0.7, 0.4.
    @Test
    void theForecastIsTheLineOfLeastSquaresWithItsInterval() {
        Forecast forecast =
                Forecast.of(Map.of(2021, 2.0, 2022, 4.0, 2023, 5.0, 2024, 8.0), 2026).orElseThrow();
        assertThat(forecast.value()).isCloseTo(11.4, within(1e-9));
        assertThat(forecast.high() - forecast.value()).isCloseTo(2.1462, within(1e-4));
        assertThat(forecast.value() - forecast.low()).isCloseTo(2.1462, within(1e-4));
        assertThat(forecast.years()).isEqualTo(4);
    }

    @Test
    void threeYearsAreTooFewForAForecast() {
        assertThat(Forecast.of(Map.of(2021, 2.0, 2022, 4.0, 2023, 5.0), 2026)).isEmpty();
    }

    private static TargetPath path(List<Target> targets, int year) {
        return TargetPath.of(targets, year).orElseThrow();
    }

    private static Target target(int year, Target.Kind kind, String value) {
        return new Target(
                new UUID(0, year), "K01", null, year, kind, new BigDecimal(value), "plan", 0);
    }
}
