package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameKeysTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    東京帝國大學      | 東京帝国大学
                    ﾎｼﾉﾀﾞｲ            | ホシノダイ
                    ほしのだい        | ホシノダイ
                    ＨＯＳＨＩＮＯ     | hoshino
                    Universität       | universitat
                    Łódź              | lodz
                    Xi’an             | xian
                    """)
    void foldsWritingThatReadersTakeAsEqual(String one, String other) {
        assertThat(NameKeys.folded(one)).isEqualTo(NameKeys.folded(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Tōhoku Univ.          | Touhoku University
                    Universitaet          | Universität
                    The Univ. of Ohoshi   | University Ohoshi
                    Gunma                 | Gumma
                    センター              | センタ
                    """)
    void forgivesSpellingInTheLooseKey(String one, String other) {
        assertThat(NameKeys.loose(one)).isEqualTo(NameKeys.loose(other));
    }

    @Test
    void aPartOfAJapaneseNameIsPartOfItsKey() {
        assertThat(NameKeys.folded("国立大学法人星野台大学")).contains(NameKeys.folded("星野"));
    }

    @Test
    void kanaIsFoundByItsRomanisation() {
        assertThat(NameKeys.of("ほしのだい")).contains(NameKeys.loose("hoshinodai"));
        assertThat(NameKeys.romanised("星野台")).isEmpty();
    }

    @Test
    void foldingTwiceChangesNothing() {
        Seeded seeded = new Seeded();
        for (int i = 0; i < 3_000; i++) {
            String once = NameKeys.folded(seeded.text());
            assertThat(NameKeys.folded(once)).as(seeded.seed()).isEqualTo(once);
        }
    }
}
