package org.kakehashi.strategy.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.strategy.formula.FormulaProblem.Kind;
import org.kakehashi.strategy.formula.Question.Aggregate;

/// Texts and the trees they are.
class FormulaParserTests {
    @Test
    void aQuestionHasItsMeasureAndItsChoices() {
        Expression tree =
                tree(
                        "count(agreement.agreements where level = university and status in"
                                + " (in_force, expiring) and country != 'JP')");
        assertThat(tree)
                .isEqualTo(
                        new Expression.Asked(
                                new Question(
                                        Aggregate.COUNT,
                                        "agreement.agreements",
                                        null,
                                        java.util.List.of(
                                                MeasureChoice.of("level", "university"),
                                                MeasureChoice.of("status", "in_force", "expiring"),
                                                new MeasureChoice(
                                                        "country", Set.of("JP"), true)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + 2 * 3; 1 + 2 * 3",
                "(1 + 2) * 3; (1 + 2) * 3",
                "1 - (2 - 3); 1 - (2 - 3)",
                "(1 - 2) - 3; 1 - 2 - 3",
                "8/(4/2); 8 / (4 / 2)",
                "-(1+2)*3; -(1 + 2) * 3",
                "share ( K01 , K61 ); share(K01, K61)",
                "growth(K01,1); growth(K01, 1)",
                "index(K01, 2020); index(K01, 2020)",
                "count(a.b　where x not in (y)); count(a.b where x != y)",
            })
    void spacesAndNeedlessBracketsAreLeftOut(String text, String expected) {
        assertThat(Written.of(tree(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 +; ENDED; 3",
                "(1 + 2; ENDED; 6",
                "1 2; TRAILING; 2",
                "count(); EXPECTED; 6",
                "count; ENDED; 5",
                "count(a.b where); ENDED_OR_EXPECTED; 15",
                "count(a.b where x ~ y); CHARACTER; 18",
                "count(a.b where x = 'y); QUOTE_OPEN; 20",
                "distinct(a.b); EXPECTED; 12",
                "system(1); FUNCTION; 0",
                "share(1); ARGUMENTS; 0",
                "share(1, 2, 3); ARGUMENTS; 0",
                "growth(K01); YEARS; 0",
                "growth(K01, 0); YEARS; 12",
                "growth(K01, 1.5); YEARS; 12",
                "index(K01, 5); YEARS; 11",
                "#; CHARACTER; 0",
                "１＋２; CHARACTER; 0",
            })
    void whatCannotBeReadIsSaidWithItsPlace(String text, String kind, int at) {
        FormulaProblem problem = Objects.requireNonNull(FormulaParser.parse(text).problem());
        if (!kind.equals("ENDED_OR_EXPECTED")) {
            assertThat(problem.kind()).isEqualTo(Kind.valueOf(kind));
        }
        assertThat(problem.at()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000"})
    void nothingIsNoFormula(String text) {
        assertThat(Objects.requireNonNull(FormulaParser.parse(text).problem()).kind())
                .isEqualTo(Kind.EMPTY);
    }

    @Test
    void tooLongAndTooDeepAreRefused() {
        assertThat(problem("1 + ".repeat(600) + "1")).isEqualTo(Kind.TOO_LONG);
        assertThat(problem("(".repeat(300) + "1" + ")".repeat(300))).isEqualTo(Kind.TOO_DEEP);
        assertThat(problem("-".repeat(300) + "1")).isEqualTo(Kind.TOO_DEEP);
    }

    @Test
    void whatIsWrittenReadsAsTheSameTree() {
        long seed = 20261121;
        AnyFormula any = new AnyFormula(new Random(seed));
        for (int i = 0; i < 2_000; i++) {
            Expression tree = any.tree(4);
            String text = Written.of(tree);
            if (text.length() <= FormulaParser.LONGEST) {
                assertThat(tree(text)).as("seed " + seed + ": " + text).isEqualTo(tree);
            }
        }
    }

    @Test
    void anyTextIsReadOrRefusedWithAPlaceInsideIt() {
        long seed = 20261121;
        Random random = new Random(seed);
        String[] pieces = {
            "count", "(", ")", "where", "=", "!=", "in", "a.b", ",", "K01", "1", "-", "/", "'",
            "by", " ", "share", "growth", "#", "\u0000", "国"
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(15); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Parsed parsed = FormulaParser.parse(text.toString());
            assertThat(parsed.tree() == null).isEqualTo(parsed.problem() != null);
            if (parsed.problem() != null) {
                assertThat(parsed.problem().at())
                        .as("seed " + seed + ": " + text)
                        .isBetween(0, text.length());
            }
        }
    }

    private static Kind problem(String text) {
        return Objects.requireNonNull(FormulaParser.parse(text).problem()).kind();
    }

    private static Expression tree(String text) {
        Parsed parsed = FormulaParser.parse(text);
        assertThat(parsed.problem()).as(text).isNull();
        return Objects.requireNonNull(parsed.tree());
    }
}
