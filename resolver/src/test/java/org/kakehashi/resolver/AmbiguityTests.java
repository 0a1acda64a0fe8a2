package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What real affiliations get wrong when a name is taken for more, or for less, than it says.
final class AmbiguityTests {

    private static final Resolver RESOLVER =
            Resolver.build(
                    new RegistryVersion("v0.1", null),
                    List.of(
                            named("0amber001", "GB", "Westmere", "University of Westmere"),
                            below(
                                    "0amber002",
                                    "0amber001",
                                    List.of(
                                            display("WORS University of Westmere"),
                                            alias("Westmere Oriental Research School"),
                                            initials("WORS"))),
                            named(
                                    "0amber003",
                                    "US",
                                    "Salem",
                                    "Orlana University",
                                    "Orlana College"),
                            named("0amber004", "US", "Dover", "Orlana College Dover"),
                            named("0amber005", "US", "Kent", "Orlana College of Nursing"),
                            named("0amber006", "US", "Ardmore", "Ardmore Institute"),
                            named("0amber007", "CN", "Tianjin", "Beihu University"),
                            named("0amber008", "US", "Kent", "Kentmore (USA)", "KM"),
                            named("0amber009", "CN", "Tianjin", "Tiange University"),
                            named("0amber010", "CN", "Tianjin", "Tiange University of Technology"),
                            entry(
                                    "0amber011",
                                    "IN",
                                    "Meru",
                                    List.of(),
                                    List.of(display("Institute of Science Meru"), initials("ISM"))),
                            named("0amber012", "IT", "Alba", "University of Alba"),
                            named("0amber013", "US", "Orten", "University of Orten"),
                            named(
                                    "0amber014",
                                    "US",
                                    "Saint Mary",
                                    "Orten University in Saint Mary"))
                            .stream());

    private static Entry named(
            String id, String country, String city, String name, String... more) {
        List<Entry.Name> names = new java.util.ArrayList<>(List.of(display(name)));
        for (String one : more) {
            names.add(alias(one));
        }
        return entry(id, country, city, List.of(), names);
    }

    private static Entry below(String id, String parent, List<Entry.Name> names) {
        return entry(id, "GB", "Westmere", List.of(parent), names);
    }

    private static Entry entry(
            String id, String country, String city, List<String> parents, List<Entry.Name> names) {
        return new Entry(
                id,
                Status.ACTIVE,
                country,
                Set.of(Kind.EDUCATION),
                names,
                List.of(city),
                List.of(),
                parents,
                List.of());
    }

    private static Entry.Name display(String value) {
        return new Entry.Name(value, NameKind.DISPLAY, "");
    }

    private static Entry.Name alias(String value) {
        return new Entry.Name(value, NameKind.ALIAS, "");
    }

    private static Entry.Name initials(String value) {
        return new Entry.Name(value, NameKind.ACRONYM, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WORS, University of Westmere, Westmere
                    Westmere Oriental Research School, University of Westmere
                    Westmere Oriental Research School, Univesity of Westmere
                    """)
    void theOrganizationAboveIsNoPartOfTheOneNamed(String text) {
        Resolution answer = RESOLVER.resolve(text, Hints.country("GB"));

        assertThat(answer.accepted()).map(Candidate::id).as("%s", answer).contains("0amber002");
        assertThat(answer.rest()).isIn("", "Westmere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Orlana College                                      | US
                    [Anything Whatever Solutions, Inc., Kent, KM, USA]  |
                    Orten University                                    |
                    Department of Law, Orten University                 |
                    Azienda Ospedaliera Universitaria di Alba           | IT
                    Department of Biotechnology, Anything Institute of Technology, India | IN
                    Ocean Sciences Division, Unheard Research University, Kent, USA | US
                    """)
    void isNotCertainOfWhatOthersMayMeanAsWell(String text, String country) {
        Resolution answer = RESOLVER.resolve(text, Hints.country(country));

        assertThat(answer.accepted()).as("%s", answer).isEmpty();
    }

    @Test
    void theTownTellsWhichCollegeIsMeant() {
        assertThat(RESOLVER.resolve("Orlana College, Salem", Hints.country("US")).accepted())
                .map(Candidate::id)
                .contains("0amber003");
    }

    @Test
    void aCountryBelongsToTheInstitutionBeforeIt() {
        Resolution answer =
                RESOLVER.resolve(
                        "School of Mathematics, Ardmore Institute, Ardmore, GA and Center for"
                                + " Combinatorics, Beihu University, Tianjin 300071, China",
                        Hints.none());

        assertThat(answer.mentions())
                .filteredOn(mention -> mention.decision() == Decision.CERTAIN)
                .extracting(mention -> mention.best().id())
                .as("%s", answer)
                .containsExactlyInAnyOrder("0amber006", "0amber007");
    }

    @Test
    void aNameDoesNotBeginBehindAnd() {
        Resolution answer =
                RESOLVER.resolve(
                        "School of Chemical Engineering and Technology Tiange University, Tianjin,"
                                + " China",
                        Hints.none());

        assertThat(answer.accepted()).map(Candidate::id).as("%s", answer).contains("0amber009");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Institute of Science Meru ISM | 0amber011
                    Institute of Science Meru ISM, Meru | 0amber011
                    f The University of Alba      | 0amber012
                    University of Alba IT         | 0amber012
                    """)
    void initialsFootnotesAndCodesBelongToNoOtherName(String text, String id) {
        Resolution answer = RESOLVER.resolve(text, Hints.none());

        assertThat(answer.accepted()).map(Candidate::id).as("%s", answer).contains(id);
    }
}
