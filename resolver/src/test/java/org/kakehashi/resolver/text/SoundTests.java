package org.kakehashi.resolver.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SoundTests {

    @ParameterizedTest
    @CsvSource({
        "ハイデルベルク,heidelberg",
        "ミュンヘン,munchen",
        "ケンブリッジ,cambridge",
        "ハーバード,harvard",
        "フンボルト,humboldt",
        "ボルドー,bordeaux",
        "テルアビブ,tel aviv",
        "ロサンゼルス,los angeles",
        "パリ7,paris 7"
    })
    void transcriptionAndOriginalShareASkeleton(String kana, String words) {
        Set<String> shared = new HashSet<>(Kana.skeletons(kana));
        shared.retainAll(Sound.skeletons(List.of(words.split(" "))));

        assertThat(shared).as("%s %s", Kana.skeletons(kana), words).isNotEmpty();
    }

    @Test
    void readsKanaInLatinLetters() {
        assertThat(Kana.roman("メルボルン")).isEqualTo("meruborun");
        assertThat(Kana.roman("ティチェファウィ")).isEqualTo("tichefawi");
    }

    @ParameterizedTest
    @CsvSource({"慶北大学校,경북대학교", "梨花女子大学校,이화여자대학교", "延世大学校,연세대학교", "全南大学校,전남대학교"})
    void readsHanAsKoreansDo(String han, String hangul) {
        Units units = Units.of(han);
        assertThat(Hanja.reading(units.text(0, units.size()))).isEqualTo(hangul);
    }

    @Test
    void readsHanAsMandarin() {
        assertThat(Pinyin.of("武漢")).isEqualTo("wuhan");
    }

    @Test
    void takesANameApart() {
        Decomposed kana = Decomposed.ofRun("ベルリン工科大学");
        Decomposed latin = Decomposed.ofWords(Arrays.asList("technische", "universitat", "berlin"));

        assertThat(kana.concepts()).isEqualTo(latin.concepts());
        assertThat(kana.joined()).isEqualTo("ベルリン");
        assertThat(latin.joined()).isEqualTo("berlin");
    }
}
