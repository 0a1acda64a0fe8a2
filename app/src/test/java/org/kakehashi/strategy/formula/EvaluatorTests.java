package org.kakehashi.strategy.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.formula.Outcome.Missing;

/// Every operator against values reckoned by hand.
class EvaluatorTests {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    /// K10 is 10, 20, 40 in 2024, 2025, 2026; K11 is 0; K12 is unknown; K13 is -8, then 4; K14
    /// changed its unit in 2026, K15 broke in 2026.
    private static final class Years implements Evaluator.Source {
        private final Map<String, BigDecimal> values = new HashMap<>();

        Years() {
            put("K10", 2024, "10");
            put("K10", 2025, "20");
            put("K10", 2026, "40");
            put("K11", 2026, "0");
            put("K13", 2025, "-8");
            put("K13", 2026, "4");
            for (String code : new String[] {"K14", "K15"}) {
                put(code, 2025, "1");
                put(code, 2026, "2");
            }
        }

        private void put(String code, int year, String value) {
            values.put(code + year, new BigDecimal(value));
        }

        @Override
        public Counted ask(Question question, LocalDate day) {
            return switch (question.measure()) {
                case "a.none" -> new Counted(null, 0, 0);
                case "a.zero" -> new Counted(BigDecimal.ZERO, 0, 0);
                default -> new Counted(BigDecimal.valueOf(7), 7, 0);
            };
        }

        @Override
        public Outcome indicator(String code, LocalDate day) {
            BigDecimal value = values.get(code + FiscalYear.of(day).year());
            return value == null ? Outcome.missing(Missing.NO_VALUE, code) : Outcome.of(value);
        }

        @Override
        public @Nullable Missing incomparable(String code, LocalDate day, LocalDate other) {
            return switch (code) {
                case "K14" -> Missing.UNIT_CHANGED;
                case "K15" -> Missing.SERIES_BREAK;
                default -> null;
            };
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + 2 * 3; 7",
                "(1 + 2) * 3; 9",
                "10 - 4 - 3; 3",
                "12 / 4 / 3; 1",
                "-3 + 5; 2",
                "K10; 40",
                "count(a.b); 7",
                "count(a.zero); 0",
                "share(K10, 160); 25",
                "ratio(K10, 160); 0.25",
                "min(K10, 7, 9); 7",
                "max(K10, 7, 9); 40",
                // 20 → 40; 10 → 40
                "growth(K10, 1); 100",
                "growth(K10, 2); 300",
                // -8 → 4 is 12 up, of a size of 8
                "growth(K13, 1); 150",
                "index(K10, 2024); 400",
                "index(K10, 2026); 100",
                "before(K10, 1); 20",
                "rolling_sum(K10, 3); 70",
                "rolling_mean(K10, 2); 30",
                "K14 + 1; 3",
                "min(K10, count(a.b)) / max(K10, count(a.b)); 0.175",
            })
    void everyOperatorGivesWhatAPersonReckons(String formula, BigDecimal expected) {
        Outcome found = value(formula);
        assertThat(found.missing()).isNull();
        assertThat(found.value()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "K10 / 0; DIVISION_BY_ZERO",
                "K10 / K11; DIVISION_BY_ZERO",
                "share(K10, K11); DIVISION_BY_ZERO",
                "share(K10, K12); NO_DENOMINATOR",
                "ratio(K10, K12); NO_DENOMINATOR",
                "share(K12, K10); NO_VALUE",
                "share(1, mean(a.none)); NO_DENOMINATOR",
                "mean(a.none); NO_RECORDS",
                "K12 + 1; NO_VALUE",
                "K12 * 0; NO_VALUE",
                "-K12; NO_VALUE",
                "min(1, K12); NO_VALUE",
                "growth(K11, 1); NO_DENOMINATOR",
                "before(K10, 3); NO_VALUE",
                "rolling_sum(K10, 4); NO_VALUE",
                "rolling_mean(K10, 4); NO_VALUE",
                "index(K10, 2020); NO_DENOMINATOR",
                "growth(K14, 1); UNIT_CHANGED",
                "growth(K15, 1); SERIES_BREAK",
                "rolling_sum(K15, 2); SERIES_BREAK",
                "index(K14, 2025); UNIT_CHANGED",
            })
    void whatCannotBeKnownSaysWhyAndIsNeverZero(String formula, Missing why) {
        Outcome found = value(formula);
        assertThat(found.value()).isNull();
        assertThat(found.missing()).isEqualTo(why);
    }

    @Test
    void anyTreeHasAValueOrAReasonAndAlwaysTheSame() {
        long seed = 20261121;
        AnyFormula any = new AnyFormula(new Random(seed));
        Evaluator evaluator = new Evaluator(new Years());
        for (int i = 0; i < 2_000; i++) {
            Expression tree = any.tree(4);
            Outcome once = evaluator.value(tree, DAY);
            assertThat(once.value() == null)
                    .as("seed " + seed + ": " + Written.of(tree))
                    .isEqualTo(once.missing() != null);
            assertThat(evaluator.value(tree, DAY)).isEqualTo(once);
        }
    }

    @Test
    void sumsDoNotDependOnTheOrderAndSharesOfTheSameAreHundred() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            BigDecimal a = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
            BigDecimal b = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
            assertThat(value(a + " + " + b)).isEqualTo(value(b + " + " + a));
            assertThat(value("share(" + a + ", " + a + ")").value()).isEqualByComparingTo("100");
            BigDecimal share = Objects.requireNonNull(value("share(" + a + ", " + b + ")").value());
            assertThat(share.multiply(b).movePointLeft(2).setScale(2, RoundingMode.HALF_UP))
                    .as("seed " + seed)
                    .isEqualByComparingTo(a);
        }
    }

    private static Outcome value(String formula) {
        return new Evaluator(new Years())
                .value(Objects.requireNonNull(FormulaParser.parse(formula).tree(), formula), DAY);
    }
}
