package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names in East Asian characters which the registry has in Latin letters only, or only in part.
final class EastAsianTests {

    private static final Resolver RESOLVER =
            Resolver.build(new RegistryVersion("v0.2", null), entries().stream());

    private static List<Entry> entries() {
        return List.of(
                entry("0bbbb0001", "CN", Kind.EDUCATION, "Beihu", "", "Beihu University", "北湖大学"),
                entry(
                        "0bbbb0002",
                        "CN",
                        Kind.HEALTHCARE,
                        "Beihu",
                        "",
                        "First Affiliated Hospital of Beihu University"),
                entry("0bbbb0003", "CN", Kind.HEALTHCARE, "Beihu", "", "Longshan Hospital"),
                entry("0bbbb0004", "CN", Kind.HEALTHCARE, "Xihu", "", "Longshan Hospital"),
                entry("0bbbb0005", "CN", Kind.FACILITY, "Beihu", "", "Academy of Lakes", "湖泊科学院"),
                entry(
                        "0bbbb0006",
                        "CN",
                        Kind.FACILITY,
                        "Beihu",
                        "0bbbb0005",
                        "Institute of Deep Water",
                        "深水研究所"),
                entry(
                        "0bbbb0007",
                        "TW",
                        Kind.EDUCATION,
                        "Lingyun",
                        "",
                        "National Lingyun University"),
                entry(
                        "0bbbb0008",
                        "CN",
                        Kind.EDUCATION,
                        "Lingyun",
                        "",
                        "Lingyun University",
                        "凌云大学"),
                entry("0bbbb0009", "DE", Kind.EDUCATION, "Altdorf", "", "Universität Altdorf"));
    }

    private static Entry entry(
            String id, String country, Kind kind, String town, String parent, String... values) {
        List<Entry.Name> names =
                Arrays.stream(values)
                        .map(value -> new Entry.Name(value, NameKind.LABEL, ""))
                        .toList();
        return new Entry(
                id,
                Status.ACTIVE,
                country,
                Set.of(kind),
                names,
                List.of(town),
                List.of(),
                parent.isEmpty() ? List.of() : List.of(parent),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "北湖大学第一附属医院,,0bbbb0002",
        "北湖大学附属龙山医院,,0bbbb0003",
        "湖泊科学院深水研究所,,0bbbb0006",
        "國立凌雲大學 物理學系,TW,0bbbb0007",
        "凌云大学 物理系,,0bbbb0008",
        "アルトドルフ大学医学部,DE,0bbbb0009"
    })
    void findsByTranslationPlaceAndSound(String text, String country, String id) {
        Resolution answer = RESOLVER.resolve(text, Hints.country(country));

        assertThat(answer.accepted()).map(Candidate::id).as("%s", answer).contains(id);
    }

    @Test
    void asksWhichOfTwoIsMeantWithoutATown() {
        Resolution answer = RESOLVER.resolve("龙山医院", Hints.none());

        assertThat(answer.decision()).isNotEqualTo(Decision.CERTAIN);
    }

    @Test
    void theUniversityIsNotTheHospitalOfANameItHasNot() {
        Resolution answer = RESOLVER.resolve("北湖大学第九附属医院", Hints.none());

        assertThat(answer.decision()).as("%s", answer).isNotEqualTo(Decision.CERTAIN);
    }
}
