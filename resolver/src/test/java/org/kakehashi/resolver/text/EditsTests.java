package org.kakehashi.resolver.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditsTests {

    @ParameterizedTest
    @CsvSource({
        "dalian,dailian,1",
        "stanford,standford,1",
        "form,from,1",
        "abc,abc,0",
        "abc,xyz,3"
    })
    void countsEdits(String one, String other, int edits) {
        assertThat(Edits.distance(one, other)).isEqualTo(edits);
        assertThat(Edits.distance(other, one)).isEqualTo(edits);
    }
}
