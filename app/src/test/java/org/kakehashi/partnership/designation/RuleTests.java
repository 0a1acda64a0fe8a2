package org.kakehashi.partnership.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;

class RuleTests {
    private static final Rule TOHOKU = Rule.parse("at_least(2, c1, c2, c3, c4) and c5");

    @ParameterizedTest
    @CsvSource({
        "+ + - - +, MET",
        "+ - - - +, NOT_MET",
        "+ ? - - +, UNKNOWN",
        "+ + - - ?, UNKNOWN",
        "+ + + + -, NOT_MET",
        "? ? ? ? -, NOT_MET",
        "? ? ? ? ?, UNKNOWN",
        "+ + ? ? +, MET"
    })
    void severalOfFourAndTheFifth(String criteria, Finding expected) {
        assertThat(TOHOKU.holds(findings(criteria))).isEqualTo(expected);
    }

    @Test
    void andBindsCloserThanOrAndBracketsCount() {
        assertThat(Rule.parse("c1 or c2 and c3").holds(findings("+ - -"))).isEqualTo(Finding.MET);
        assertThat(Rule.parse("(c1 or c2) and c3").holds(findings("+ - -")))
                .isEqualTo(Finding.NOT_MET);
        assertThat(TOHOKU.codes()).containsExactly("c1", "c2", "c3", "c4", "c5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c1 and",
                "at_least(3, c1, c2)",
                "at_least(0, c1)",
                "c1; drop",
                "(c1",
                "and",
                "c1 c2",
                "at_least(c1, c2)"
            })
    void whatCannotBeReadIsRefused(String text) {
        assertThatThrownBy(() -> Rule.parse(text)).isInstanceOf(KakehashiException.class);
    }

    @Test
    void withoutRecordsACriterionIsUnknownAndMissingNumbersNeverFailIt() {
        Criterion criterion =
                new Criterion(
                        null,
                        "c1",
                        new Bilingual("基準", "Criterion"),
                        new Criterion.Source("m", "", 3, Criterion.Of.SUM, BigDecimal.valueOf(10)));
        assertThat(Evidence.of(criterion, figure(null, 0, 0), null).finding())
                .isEqualTo(Finding.UNKNOWN);
        assertThat(Evidence.of(criterion, figure(9, 3, 0), null).finding())
                .isEqualTo(Finding.NOT_MET);
        assertThat(Evidence.of(criterion, figure(9, 3, 1), null).finding())
                .isEqualTo(Finding.UNKNOWN);
        assertThat(Evidence.of(criterion, figure(10, 3, 1), null).finding()).isEqualTo(Finding.MET);
    }

    private static Evidence.Measured figure(Integer value, int records, int unknown) {
        return new Evidence.Measured(
                "m",
                true,
                value == null ? null : BigDecimal.valueOf(value),
                records,
                unknown,
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2026, 11, 21),
                List.of());
    }

    private static Map<String, Finding> findings(String text) {
        Map<String, Finding> found = new java.util.HashMap<>();
        String[] marks = text.split(" ");
        for (int i = 0; i < marks.length; i++) {
            found.put(
                    "c" + (i + 1),
                    switch (marks[i]) {
                        case "+" -> Finding.MET;
                        case "-" -> Finding.NOT_MET;
                        default -> Finding.UNKNOWN;
                    });
        }
        return found;
    }
}
