package org.kakehashi.intake.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.kernel.Country;

class NameParserTests {

    private static ParsedName parse(String text) {
        var context = new NameContext(new Country("XK"), "", InstitutionRecogniser.NOBODY);
        return new NameParser(context).parse(text).getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Faculty of Law, Northmoor University        | Northmoor University | Faculty of Law
                    Northmoor University, School of Nursing      | Northmoor University | School of Nursing
                    Northmoor University - Department of Physics | Northmoor University | Department of Physics
                    Northmoor University (Faculty of Arts)       | Northmoor University | Faculty of Arts
                    University of California, Davis              | University of California, Davis |
                    Institute of Science, Westbay                | Institute of Science, Westbay |
                    東湖大学医学部                                 | 東湖大学 | 医学部
                    青葉山大学大学院工学系研究科                     | 青葉山大学 | 大学院工学系研究科
                    港湾総合研究大学院大学                          | 港湾総合研究大学院大学 |
                    漢都大学校工科大学                             | 漢都大学校 | 工科大学
                    한도대학교 공과대학                            | 한도대학교 | 공과대학
                    Kolej Utara (KUT)                            | Kolej Utara |
                    ♦ Northmoor University ※                     | Northmoor University |
                    3. Northmoor University                      | Northmoor University |
                    Northmoor University*1                       | Northmoor University |
                    東湖大学(注2)                                 | 東湖大学 |
                    アーレン工科大学※3                              | アーレン工科大学 |
                    KV Northmoor, Faculty of Law                 | KV Northmoor | Faculty of Law
                    Empire College (Department of Physics)       | Empire College | Department of Physics
                    Cliff Institution of Oceanography, University of Westbay | University of Westbay | Cliff Institution of Oceanography
                    """)
    void dividesInstitutionAndUnit(String text, String institution, String unit) {
        var name = parse(text);
        assertThat(name.institution()).isEqualTo(institution);
        assertThat(String.join("|", name.units())).isEqualTo(unit == null ? "" : unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Northmoor University [노스무어대학]             | Northmoor University | 노스무어대학
                    Northmoor University (NMU)                   | Northmoor University | NMU
                    東湖大学(Donghu University)                   | 東湖大学 | Donghu University
                    東湖大学 Donghu University                    | 東湖大学 | Donghu University
                    Donghu University 東湖大学                    | Donghu University | 東湖大学
                    Northmoor University (formerly West College) | Northmoor University | West College
                    GX4(Global Xylophone Exchange Network)       | Global Xylophone Exchange Network | GX4
                    """)
    void findsOtherNames(String text, String institution, String other) {
        var name = parse(text);
        assertThat(name.institution()).isEqualTo(institution);
        assertThat(name.alternatives()).containsExactly(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    東湖大学、海浜師範大学、青江工業大学       | 東湖大学;海浜師範大学;青江工業大学
                    リヨン第一・第二・第三大学                | リヨン第一大学;リヨン第二大学;リヨン第三大学
                    Donghu University; Haibin University   | Donghu University;Haibin University
                    Virginia Institute and State University | Virginia Institute and State University
                    """)
    void findsSeveralInstitutions(String text, String names) {
        var context = new NameContext(null, "", InstitutionRecogniser.NOBODY);
        assertThat(new NameParser(context).parse(text))
                .extracting(ParsedName::institution)
                .containsExactly(names.split(";"));
    }
}
