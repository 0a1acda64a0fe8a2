package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResolverTests {

    private static final Resolver RESOLVER = Registry.resolver();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hoshinodai University               | JP | 0aoba0001
                    the HOSHINODAI university           | JP | 0aoba0001
                    Hoshinodai Univ.                    | JP | 0aoba0001
                    Technical University Altdorf        | DE | 0aoba0010
                    Hoshinodaii University              | JP | 0aoba0001
                    Ｈｏｓｈｉｎｏｄａｉ　Ｕｎｉｖｅｒｓｉｔｙ | JP | 0aoba0001
                    国立大学法人星野台大学                 | JP | 0aoba0001
                    星野臺大學                            | JP | 0aoba0001
                    星野台大                              | JP | 0aoba0001
                    星野台大学病院                        | JP | 0aoba0002
                    湖南龍湖大學                          | CN | 0aoba0006
                    Universitaet Altdorf                | DE | 0aoba0009
                    Northern Lake University            | CN | 0aoba0005
                    Northern Lake University (China)    |    | 0aoba0005
                    Northern Lake University, Shenyang  |    | 0aoba0005
                    Westmere University                 | CA | 0aoba0008
                    University of Westmere              | GB | 0aoba0007
                    雲空株式会社                          | JP | 0aoba0014
                    Kumosora Co., Ltd.                  | JP | 0aoba0014
                    Institut des &Eacute;toiles Lointaines (IDEL) | FR | 0aoba0015
                    Department of Physics, Hoshinodai University 4, Hoshinodai | JP | 0aoba0001
                    Department of Law, Union College, Salem | US | 0aoba0011
                    """)
    void acceptsWhatIsBeyondDoubt(String text, String country, String id) {
        Resolution answer = RESOLVER.resolve(text, Hints.country(country));

        assertThat(answer.accepted()).map(Candidate::id).as("%s", answer).contains(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Northern Lake University            |
                    Union College                       | US
                    IDEL                                | FR
                    University of Hoshinodai            | JP
                    Altdorf University                  | DE
                    Hoshinodai University               | FR
                    Hoshinodai University 3             | JP
                    Hoshinodai University Press         | JP
                    Hoshinodai University Medical Center | JP
                    Department of Law, Union College, Dover | US
                    星野台大学出版会                       | JP
                    東星野台大学                          | JP
                    """)
    void asksWhereDoubtRemains(String text, String country) {
        Resolution answer = RESOLVER.resolve(text, Hints.country(country));

        assertThat(answer.decision()).as("%s", answer).isNotEqualTo(Decision.CERTAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Institut für Physik der Universität Altdorf, Altdorf | Universität Altdorf
                    Dipartimento di Fisica dell’Università di Altdorf    | Università di Altdorf
                    Department of Law University of Altdorf, Altdorf     | University of Altdorf
                    """)
    void findsTheUniversityWithinALongerRun(String text, String name) {
        Resolution answer = RESOLVER.resolve(text, Hints.country("DE"));

        assertThat(answer.mentions()).as("%s", answer).isNotEmpty();
        Mention first = answer.mentions().getFirst();
        assertThat(first.best().id()).isEqualTo("0aoba0009");
        assertThat(first.span().in(text)).isEqualTo(name);
    }

    @Test
    void splitsTheDepartmentOff() {
        Resolution latin =
                RESOLVER.resolve(
                        "Faculty of Agriculture, Hoshinodai University", Hints.country("JP"));
        Resolution japanese = RESOLVER.resolve("星野台大学大学院歯学研究科", Hints.none());

        assertThat(latin.rest()).isEqualTo("Faculty of Agriculture");
        assertThat(latin.accepted()).map(Candidate::id).contains("0aoba0001");
        assertThat(japanese.rest()).isEqualTo("大学院歯学研究科");
        assertThat(japanese.span()).map(span -> span.in(japanese.text())).contains("星野台大学");
        assertThat(japanese.accepted()).map(Candidate::id).contains("0aoba0001");
    }

    @Test
    void namesTheSuccessorOfAnEndedInstitution() {
        Candidate ended = RESOLVER.resolve("星野台工業大学", Hints.country("JP")).candidates().getFirst();

        assertThat(ended.id()).isEqualTo("0aoba0013");
        assertThat(ended.current()).isEqualTo("0aoba0001");
        assertThat(ended.has(Feature.INACTIVE)).isTrue();
    }

    @Test
    void offersAllThatFitEqually() {
        Resolution answer = RESOLVER.resolve("Union College", Hints.country("US"));

        assertThat(answer.decision()).isEqualTo(Decision.SUGGESTED);
        assertThat(answer.candidates())
                .extracting(Candidate::id)
                .contains("0aoba0011", "0aoba0012");
        assertThat(answer.candidates().getFirst().has(Feature.SEVERAL)).isTrue();
    }

    @Test
    void findsEveryInstitutionOfAText() {
        Resolution answer = RESOLVER.resolve("雪見大学、星野台大学", Hints.none());

        assertThat(answer.mentions())
                .extracting(mention -> mention.best().id())
                .containsExactlyInAnyOrder("0aoba0001", "0aoba0003");
    }

    @Test
    void aPersonsDecisionBeatsTheRules() {
        Resolver decided =
                RESOLVER.with(
                        new Overlay(
                                List.of(),
                                List.of(
                                        new Overlay.Confirmed("Union College", "US", "0aoba0012"),
                                        new Overlay.Confirmed("Yukimi University", null, null))));

        Resolution answer = decided.resolve("UNION COLLEGE", Hints.country("US"));
        assertThat(answer.accepted()).map(Candidate::id).contains("0aoba0012");
        assertThat(answer.candidates().getFirst().has(Feature.HUMAN_DECISION)).isTrue();
        assertThat(decided.resolve("Yukimi University").decision()).isEqualTo(Decision.NONE);
    }

    @Test
    void aDecisionAboutNoLettersHoldsForNothing() {
        Overlay.Confirmed blank = new Overlay.Confirmed("—", null, "0aoba0012");
        Resolver decided = RESOLVER.with(new Overlay(List.of(), List.of(blank)));

        assertThat(decided.resolve("???").decision()).isEqualTo(Decision.NONE);
    }

    @Test
    void theCaseOfACountryCodeDoesNotMatter() {
        assertThat(RESOLVER.resolve("Northern Lake University", Hints.country("cn")).accepted())
                .map(Candidate::id)
                .contains("0aoba0005");
    }

    @Test
    void localOrganizationsCountLikeOthers() {
        Entry local =
                Entry.of(
                        "local-1",
                        "LA",
                        List.of(new Entry.Name("Champa University", NameKind.DISPLAY, "en")));
        Resolver added = RESOLVER.with(new Overlay(List.of(local), List.of()));

        assertThat(added.resolve("Champa University", Hints.country("LA")).accepted())
                .map(Candidate::id)
                .contains("local-1");
        assertThat(RESOLVER.resolve("Champa University").decision()).isEqualTo(Decision.NONE);
    }
}
