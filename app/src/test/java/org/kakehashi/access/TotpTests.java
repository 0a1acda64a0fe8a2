package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// Appendix B of RFC 6238 (SHA-1), the last six of its eight digits.
    @ParameterizedTest
    @CsvSource({
        "59, 287082", "1111111109, 081804", "1111111111, 050471",
        "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
    }

    @Test
    void aCodeWorksOnceAndOneStepBesideNow() {
        assertThat(Totp.step(SECRET, "287082", 59, 0)).hasValue(1);
        assertThat(Totp.step(SECRET, "287082", 59 + 30, 0)).hasValue(1);
        assertThat(Totp.step(SECRET, "287082", 59 + 60, 0)).isEmpty();
        assertThat(Totp.step(SECRET, "287082", 59, 1)).isEmpty();
    }

    @Test
    void theSecretIsWrittenAsAppsReadIt() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.bytes(Totp.base32(SECRET))).isEqualTo(SECRET);
    }
}
