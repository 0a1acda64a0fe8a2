package org.kakehashi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    中華人民共和国 | CN
                    CHINA (14) | CN
                    中国(香港) | HK
                    China (PRC) | CN
                    Hong Kong, China | HK
                    Taiwan, R.O.C. | TW
                    ベトナム社会主義共和国 | VN
                    グレートブリテン及び北アイルランド連合王国 | GB
                    連合王国（英国） | GB
                    Korea, Republic of | KR
                    Democratic People's Republic of Korea | KP
                    Kingdom of the Netherlands | NL
                    Swiss Confederation | CH
                    네덜란드 | NL
                    남아프리카공화국 | ZA
                    俄罗斯 | RU
                    日本 Japan | JP
                    KOREA POŁUDNIOWA/SOUTH KOREA | KR
                    WĘGRY/HUNGARY | HU
                    Tschechien | CZ
                    アメリカ合衆国 12校 | US
                    ＵＫ | GB
                    Côte d'Ivoire | CI
                    コンゴ民主共和国 | CD
                    Dominican Republic | DO
                    ญี่ปุ่น | JP
                    """)
    void knowsNamesInManyLanguagesAndForms(String text, String code) {
        assertThat(Countries.find(text)).hasValue(new Country(code));
    }

    @ParameterizedTest
    @CsvSource({"CZHEC REPUBLIC,CZ", "CROTIA,HR", "オースラリア,AU", "Austira,AT", "Philipines,PH"})
    void recognisesMisspellingsAsSuch(String text, String code) {
        assertThat(Countries.recognise(text))
                .isEqualTo(
                        new CountryReading.Named(
                                new Country(code), text, CountryReading.Spelling.MISSPELT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tokyo", "Kuwait University", "Indian", "Korean", "German", "English", "Total",
                        "合計",
                "Faculty of Law", "大学間", "2019-04-01", "MOU", "Erasmus", "no", "-",
                        "University of Georgia",
                "韓国語", "自動更新", "Northmoor", "X"
            })
    void refusesWhatIsNoCountry(String text) {
        assertThat(Countries.recognise(text)).isInstanceOf(CountryReading.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "アジア",
                "アジア州(6)",
                "Asia (63)**",
                "Latin America",
                "ヨーロッパ",
                "북미",
                "ロシアおよびNIS諸国",
                "中近東",
                "大洋州"
            })
    void tellsRegionsFromCountries(String text) {
        assertThat(Countries.recognise(text).isRegion()).isTrue();
    }

    @Test
    void findsEveryCountryByItsOwnNames() {
        for (var country : Countries.all()) {
            for (var locale :
                    List.of(Locale.JAPANESE, Locale.ENGLISH, Locale.KOREAN, Locale.CHINESE)) {
                assertThat(Countries.find(country.name(locale)))
                        .as(country.name(locale))
                        .hasValue(country);
            }
        }
    }

    @Test
    void neverThrowsWhateverTheText() {
        long seed = System.nanoTime();
        System.out.println("CountriesTests seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var text =
                    random.ints(random.nextInt(40), 0, 0x3100)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            assertThat(Countries.recognise(text)).isNotNull();
        }
    }
}
