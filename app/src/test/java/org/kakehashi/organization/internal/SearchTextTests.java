package org.kakehashi.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTests {
    private static final String LETTERS = "東西南北国際大学院研究科工医薬農文法経済教育かなもじアイウエオカガキグパピプペポャュョッー・架橋青葉野々ヶ々";

    @ParameterizedTest
    @CsvSource({
        "青葉野大学, ja, 葉野",
        "青葉野大学, ja, 青葉野大",
        "青葉野 大学, ja, 野大学",
        "アオバノ大学, ja, あおばの",
        "アオバノ大学, ja, ｱｵﾊﾞﾉ",
        "あおばの大学, ja, aobano",
        "ジョンズ・カケハシ大学, ja, ジョンズカケハシ",
        "ジョンズ・カケハシ大学, ja, ズ・カ",
        "架橋ヨーロッパ研究所, ja, ヨーロ",
        "國際架橋學院, zh, 国際架橋",
        "清华大学, zh, チンホワ",
        "清华大学, zh, qinghua",
        "Tōhoku Gakkō, en, touhoku",
        "Tohoku Gakko, en, TŌHOKU",
        "Ｔｏｈｏｋｕ Gakko, en, tohoku gak",
        "Gunma Gakuin, en, gumma",
        "Gumma Gakuin, en, gunm",
        "Fukushima Gakuin, en, hukusima",
        "Universität Zürich, de, zuerich",
        "Universität Zürich, de, zuri",
        "The Bridge University, en, the bridge",
        "A.B.C. College, en, abc",
        "株式会社ABC研究所, ja, abc",
        "株式会社ABC研究所, ja, C研",
        "Københavns Universitet, da, kobenhavns",
    })
    void isFound(String name, String language, String typed) {
        assertThat(finds(name, language, typed)).as(typed + " in " + name).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "青葉野大学, ja, 野青",
        "Arthur College, en, thu",
        "Tohoku Gakko, en, tohoku univ",
        "青葉野大学, ja, aoba",
    })
    void isNotFound(String name, String language, String typed) {
        assertThat(finds(name, language, typed)).as(typed + " in " + name).isFalse();
    }

    @Test
    void everyPartOfTwoOrMoreLettersOfAJapaneseNameIsFound() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String name = random(random, 2 + random.nextInt(14));
            for (int from = 0; from < name.length() - 1; from++) {
                int to = from + 2 + random.nextInt(name.length() - from - 1);
                String part = name.substring(from, to);
                if (part.chars().filter(c -> "ー・".indexOf(c) < 0).count() > 0) {
                    assertThat(finds(name, "ja", part))
                            .as("seed %d: %s in %s", seed, part, name)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void resultsStayWhileOneTypesOn() {
        for (String name :
                List.of(
                        "Queensland Bridge University",
                        "Gumma Semboku Institute",
                        "Touhoku Ooshima Gakuin",
                        "Muenchener Hochschule")) {
            for (int end = 2; end <= name.length(); end++) {
                String typed = name.substring(0, end);
                assertThat(finds(name, "en", typed)).as(typed).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.bridge.example.edu/en/, bridge.example.edu",
        "office@bridge.example.edu, bridge.example.edu",
        "ee.bridge.example.edu, bridge.example.edu",
        "bridge.exa, bridge.example.edu",
    })
    void aDomainIsFoundHoweverWritten(String typed, String domain) {
        SearchText text = new SearchText().name("Bridge", "en", null).domain(domain);
        assertThat(finds(text, typed)).isTrue();
    }

    @Test
    void anIdentifierIsRecognisedBareAndAsAddress() {
        assertThat(SearchTerms.of("0abcdef12").rorId()).isEqualTo("0abcdef12");
        assertThat(SearchTerms.of("https://ror.org/0abcdef12").rorId()).isEqualTo("0abcdef12");
        assertThat(SearchTerms.of("ror.org/0abcd").rorId()).isEqualTo("0abcd");
        assertThat(SearchTerms.of("University").rorId()).isNull();
    }

    private static boolean finds(String name, String language, String typed) {
        return finds(new SearchText().name(name, language, null), typed);
    }

    /// What the database does: the pieces are there, and the needle is in the text.
    private static boolean finds(SearchText text, String typed) {
        var grams = Arrays.stream(text.grams()).boxed().collect(Collectors.toSet());
        SearchTerms terms = SearchTerms.of(typed);
        assertThat(terms.terms()).as("terms of " + typed).isNotEmpty();
        return terms.terms().stream()
                .allMatch(term ->
                        term.ways().stream()
                                .anyMatch(way ->
                                        text.folded().contains(way.needle())
                                                && Arrays.stream(way.grams())
                                                        .allMatch(grams::contains)));
    }

    private static String random(Random random, int length) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
