package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the text: an answer or none, in bounded time.
final class BadInputTests {

    private static final Resolver RESOLVER = Registry.resolver();
    private static final int MILLION = 1_000_000;
    private static final String[] PARTS = {
        "Hoshinodai University",
        "星野台大学",
        "(",
        ")",
        ",",
        "、",
        "&",
        "&#",
        "#TAB#",
        "\u0000",
        "\u202E",
        "\uFEFF",
        "🏛️",
        "\uD83C",
        "ー",
        "َ",
        "한",
        "of",
        " - ",
        "\n",
        "３",
        "http://",
        "\u200D"
    };

    static Stream<String> hugeTexts() {
        return Stream.of(
                        " ", "a", "a ", "&", "&#", "(", "大学", "大", ", ", "🏛", "#", "\u202E", "É́",
                        "of ")
                .map(part -> part.repeat(MILLION / part.length()));
    }

    @ParameterizedTest
    @MethodSource("hugeTexts")
    void aMillionCharactersTakeNoTime(String text) {
        Resolution answer =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> RESOLVER.resolve(text));

        assertThat(answer.decision()).isNotEqualTo(Decision.CERTAIN);
        assertThat(answer.rest().length()).isLessThanOrEqualTo(text.length());
    }

    @Test
    void candidatesOfAMillionCharactersTakeNoTime() {
        String text = "Hoshinodai Lake University ".repeat(40_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () ->
                        assertThat(RESOLVER.candidates(text, Hints.none(), 100))
                                .hasSizeLessThanOrEqualTo(100));
    }

    @RepeatedTest(300)
    void mixedPartsNeverFail(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }

        Resolution answer = RESOLVER.resolve(text.toString());

        assertThat(answer.mentions())
                .allSatisfy(mention -> {
                    assertThatCode(() -> mention.span().in(text.toString()))
                            .doesNotThrowAnyException();
                    assertThat(mention.best().score()).isBetween(0.0, 1.0);
                });
    }

    @Test
    void nothingIsNothing() {
        assertThat(RESOLVER.resolve("").decision()).isEqualTo(Decision.NONE);
        assertThat(RESOLVER.resolve("\u200F\u202B\u0007").decision()).isEqualTo(Decision.NONE);
        assertThat(RESOLVER.resolve("🎓🏛️").decision()).isEqualTo(Decision.NONE);
    }
}
