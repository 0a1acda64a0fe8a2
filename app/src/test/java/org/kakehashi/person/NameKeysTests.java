package org.kakehashi.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.person.Likeness.Traits;
import org.kakehashi.person.Likeness.Verdict;
import org.kakehashi.person.PersonNames.Script;

class NameKeysTests {
    @ParameterizedTest
    @CsvSource({
        "ヤマダ タロウ, YAMADA Taro",
        "やまだ たろう, Tarō Yamada",
        "オオノ ジュンイチ, OHNO Jun-ichi",
        "ササキ ショウタ, Shota SASAKI",
        "シンバ ツヨシ, SHIMBA Tuyosi",
        "コンドウ チフミ, Kondo Tihumi",
        "ハットリ キョウコ, Hattori Kyoko",
        "マツダ リョウ, MATUDA Ryo"
    })
    void kanaAndAnyRomanisationShareAKey(String kana, String latin) {
        assertThat(NameKeys.of(own(kana)))
                .as(kana)
                .isNotEmpty()
                .containsAnyElementsOf(NameKeys.of(latin(latin)));
    }

    @ParameterizedTest
    @CsvSource({
        "GARCÍA LÓPEZ María, Maria Garcia-Lopez, false",
        "GARCÍA LÓPEZ María, Maria García López, true",
        "Müller Jörg, Muller Jorg, true",
        "Wang Xiaoming, Wang Xiaohong, false"
    })
    void accentsAndOrderDoNotMatterButNamesDo(String one, String other, boolean same) {
        assertThat(NameKeys.of(latin(one)).equals(NameKeys.of(latin(other)))).isEqualTo(same);
    }

    @Test
    void aSharedMailboxOrACommonNameAloneIsNeverEnough() {
        Traits taro = new Traits(Set.of("l:taro|yamada"), "office@example.ac.jp", 1L);
        assertThat(verdict(taro, new Traits(Set.of("l:jiro|suzuki"), "office@example.ac.jp", null)))
                .isEqualTo(Verdict.POSSIBLE);
        assertThat(verdict(taro, new Traits(Set.of("l:taro|yamada"), null, null)))
                .isEqualTo(Verdict.POSSIBLE);
        assertThat(verdict(taro, new Traits(Set.of("l:taro|yamada"), null, 2L)))
                .isEqualTo(Verdict.DIFFERENT);
        assertThat(verdict(taro, new Traits(Set.of("l:taro|yamata"), null, 1L)))
                .isEqualTo(Verdict.POSSIBLE);
        assertThat(verdict(taro, new Traits(Set.of("l:taro|yamada"), null, 1L)))
                .isEqualTo(Verdict.SAME);
        assertThat(verdict(taro, new Traits(Set.of("l:hanako|sato"), null, 1L)))
                .isEqualTo(Verdict.DIFFERENT);
    }

    private static Verdict verdict(Traits a, Traits b) {
        assertThat(Likeness.of(b, a).verdict()).isEqualTo(Likeness.of(a, b).verdict());
        return Likeness.of(a, b).verdict();
    }

    private static PersonNames own(String name) {
        return new PersonNames(
                new Script(name, null), Script.NONE, Script.NONE, NameOrder.FAMILY_FIRST);
    }

    private static PersonNames latin(String name) {
        return new PersonNames(
                Script.NONE, Script.NONE, new Script(name, null), NameOrder.FAMILY_FIRST);
    }
}
