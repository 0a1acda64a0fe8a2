package org.kakehashi.intake.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.intake.understanding.InstitutionRecogniser.Recognition;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.RegistryVersion;
import org.kakehashi.resolver.Resolver;

/// Over a small registry of invented institutions.
class NamesTogetherTests {

    private static final ListUnderstanding UNDERSTANDING =
            new ListUnderstanding(
                    new ResolvedInstitutions(
                            Resolver.build(
                                    RegistryVersion.unknown(),
                                    Stream.of(
                                            entry("0aaaaaa01", "Northmoor University", "GB"),
                                            entry("0aaaaaa02", "Westbay Institute of Arts", "GB"),
                                            entry("0aaaaaa03", "Donghu University", "CN")))));

    private static Entry entry(String id, String name, String country) {
        return Entry.of(id, country, List.of(new Entry.Name(name, NameKind.DISPLAY, "en")));
    }

    private static Recognition recognised(String... lines) {
        var sheet = Sheet.sketch(lines);
        return UNDERSTANDING
                .interpret(UNDERSTANDING.propose(sheet), sheet)
                .partners()
                .getFirst()
                .recognition();
    }

    @Test
    void aNameInAnotherColumnSpeaksForOneThatIsNotKnown() {
        var said =
                recognised(
                        "국가|대학명(국문)|대학명(영문)|체결일",
                        "영국|노스무어대학교|Northmoor University|2003.10.21",
                        "영국|웨스트베이예술대학|Westbay Institute of Arts|2010.03.05");
        assertThat(said.isCertain()).isTrue();
        assertThat(said.rorId()).isEqualTo("0aaaaaa01");
    }

    @Test
    void aNameInBracketsOrOnAnotherLineDoesTheSame() {
        assertThat(recognised("Country|University", "UK|ノースムーア大学(Northmoor University)").rorId())
                .isEqualTo("0aaaaaa01");
        assertThat(
                        recognised(
                                        "Country|University",
                                        "UK|Норсмурский университет (Northmoor University)")
                                .rorId())
                .isEqualTo("0aaaaaa01");
    }

    @Test
    void namesOfDifferentInstitutionsAreAsked() {
        var said =
                recognised(
                        "Country|University|English name|Signed",
                        "UK|Northmoor University|Westbay Institute of Arts|2003-10-21",
                        "UK|Westbay Institute of Arts|Westbay Institute of Arts|2003-10-21");
        assertThat(said.isCertain()).isFalse();
        assertThat(said.candidates()).contains("0aaaaaa01");
    }

    @Test
    void aFormerNameDoesNotDecide() {
        var said =
                recognised(
                        "Country|University",
                        "UK|Eastmoor College (formerly Westbay Institute of Arts)");
        assertThat(said.isCertain()).isFalse();
    }

    @Test
    void whatTheRowSaysAboutPlaceAndSiteIsPassedOn() {
        var asked = new java.util.ArrayList<InstitutionRecogniser.Query>();
        var listening =
                new ListUnderstanding(query -> {
                    asked.add(query);
                    return Recognition.NONE;
                });
        var sheet =
                Sheet.sketch(
                        "Country|City|University|Website",
                        "UK|Northmoor|Northmoor University|https://www.northmoor.example.org/about",
                        "UK|Westbay|Westbay University|www.westbay.example.org");
        listening.interpret(listening.propose(sheet), sheet);
        assertThat(asked)
                .extracting(InstitutionRecogniser.Query::site)
                .contains("https://www.northmoor.example.org/about", "www.westbay.example.org");
        assertThat(asked).extracting(InstitutionRecogniser.Query::city).contains("Northmoor");
    }
}
