package org.kakehashi.resolver.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountryNamesTests {

    @ParameterizedTest
    @CsvSource({
        "Japan,JP",
        "日本,JP",
        "中華人民共和国,CN",
        "P.R. China,CN",
        "대한민국,KR",
        "The Netherlands,NL",
        "Lao PDR,LA",
        "Deutschland,DE",
        "タイ王国,TH"
    })
    void knowsCountriesInManyLanguages(String name, String code) {
        assertThat(named(name)).containsExactly(code);
    }

    @Test
    void keepsAllMeaningsOfAnAmbiguousName() {
        assertThat(named("Georgia")).containsExactlyInAnyOrder("GE", "US");
        assertThat(named("Hoshinodai")).isEmpty();
    }

    private static Set<String> named(String text) {
        Units units = Units.of(text);
        return CountryNames.named(units, 0, units.size());
    }
}
