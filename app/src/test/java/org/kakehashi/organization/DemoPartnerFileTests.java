package org.kakehashi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.Country;
import org.kakehashi.organization.internal.DemoPartnerFile;
import org.kakehashi.organization.internal.DemoPartnerFile.Line;

class DemoPartnerFileTests {
    private static final List<Line> LINES = DemoPartnerFile.read();
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    @Test
    void aboutThreeHundredInstitutionsOfManyCountries() {
        assertThat(LINES).hasSizeBetween(280, 350);
        assertThat(LINES).extracting(Line::country).doesNotContain("JP");
        assertThat(LINES.stream().map(Line::country).distinct()).hasSizeGreaterThan(60);
        assertThat(LINES).extracting(Line::rorId).doesNotHaveDuplicates();
    }

    @Test
    void everyRorIdHasItsCheckDigits() {
        assertThat(LINES)
                .allSatisfy(line ->
                        assertThat(checkDigits(line.rorId()))
                                .as(line.rorId())
                                .isEqualTo(line.rorId().substring(7)));
    }

    @Test
    void everyCountryExistsAndEveryPlaceIsOnTheGlobe() {
        Set<String> known =
                Country.all(Locale.ENGLISH).stream().map(Country::code).collect(Collectors.toSet());
        assertThat(known).hasSameSizeAs(Countries.all());
        assertThat(LINES)
                .allSatisfy(line -> {
                    assertThat(known).contains(line.country());
                    assertThat(line.latitude()).isBetween(-60.0, 75.0);
                    assertThat(line.longitude()).isBetween(-180.0, 180.0);
                    assertThat(line.domain()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
                    assertThat(line.city()).isNotBlank();
                });
    }

    @Test
    void everyInstitutionHasBothNames() {
        assertThat(LINES)
                .allSatisfy(line -> {
                    assertThat(line.name().ja()).isNotBlank();
                    assertThat(line.name().en()).isNotBlank();
                    assertThat(line.otherNames())
                            .allSatisfy(other ->
                                    assertThat(other.kind()).isIn("label", "alias", "acronym"));
                });
    }

    @Test
    void oneEndedAndItsSuccessorIsThere() {
        List<Line> ended = LINES.stream().filter(line -> line.successor() != null).toList();
        assertThat(ended)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.status()).isEqualTo(OrganizationRef.Status.INACTIVE);
                    assertThat(LINES).extracting(Line::rorId).contains(line.successor());
                });
    }

    @Test
    void someHaveTheSameEnglishNameInDifferentCountries() {
        assertThat(countriesOf("Northeastern University")).containsExactlyInAnyOrder("CN", "US");
        assertThat(countriesOf("China Medical University")).containsExactlyInAnyOrder("CN", "TW");
    }

    private static List<String> countriesOf(String english) {
        return LINES.stream()
                .filter(line -> english.equals(line.name().en()))
                .map(Line::country)
                .toList();
    }

    /// ISO 7064 mod 97-10 over the number that the first seven characters write in Crockford's base
    /// 32, as ROR documents it.
    private static String checkDigits(String id) {
        BigInteger number =
                Arrays.stream(id.substring(0, 7).split(""))
                        .map(character -> BigInteger.valueOf(CROCKFORD.indexOf(character)))
                        .reduce(
                                BigInteger.ZERO,
                                (sum, digit) -> sum.multiply(BigInteger.valueOf(32)).add(digit));
        int rest = number.multiply(BigInteger.valueOf(100)).mod(BigInteger.valueOf(97)).intValue();
        return String.format(Locale.ROOT, "%02d", 98 - rest);
    }
}
