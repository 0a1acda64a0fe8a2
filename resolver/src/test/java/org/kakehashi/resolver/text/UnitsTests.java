package org.kakehashi.resolver.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnitsTests {

    @Test
    void keepsThePlaceOfEveryUnitInTheSource() {
        Units units = Units.of("Univ.&nbsp;of ﾊﾟﾘ第7");

        assertThat(units.source(0, 1)).isEqualTo("Univ");
        assertThat(units.source(1, 2)).isEqualTo("of");
        assertThat(units.get(2)).isEqualTo("パ");
        assertThat(units.source(2, 3)).isEqualTo("ﾊﾟ");
        assertThat(units.text(2, units.size())).isEqualTo("パリ第7");
    }

    @Test
    void cutsSegmentsAtDelimitersAndBrackets() {
        Units units = Units.of("Faculty of Law, Kyoto (Japan) - Main");

        assertThat(units.segment(2)).isEqualTo(units.segment(0));
        assertThat(units.segment(3)).isNotEqualTo(units.segment(2));
        assertThat(units.depth(4)).isEqualTo(1);
        assertThat(units.segment(5)).isNotEqualTo(units.segment(4));
    }

    @Test
    void aHyphenWithinAWordJoins() {
        Units units = Units.of("Aix-Marseille");

        assertThat(units.size()).isEqualTo(2);
        assertThat(units.segment(0)).isEqualTo(units.segment(1));
    }

    @Test
    void legalFormsAreNoPartOfAName() {
        Units units = Units.of("公益財団法人星野台財団");
        int start = LegalForms.skip(units, 0, units.size());

        assertThat(units.text(start, units.size())).isEqualTo(Units.of("星野台財団").text(0, 5));
    }
}
