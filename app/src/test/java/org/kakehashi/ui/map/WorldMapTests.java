package org.kakehashi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Palette;
import org.kakehashi.ui.chart.SvgReader;
import org.w3c.dom.Element;

class WorldMapTests {
    private static final Caption ABOUT =
            new Caption("m", "Partners", "Partners by country", Locale.ENGLISH);

    private static WorldMap map(CountryFigure... countries) {
        return new WorldMap(ABOUT, "Country", "Partners", List.of(countries), List.of());
    }

    /// Expected places computed with d3-geo 3.1.1, `geoEqualEarth().rotate([-150, 0])`.
    @ParameterizedTest
    @CsvSource({
        "35.68, 139.77, 948.33, 230.95",
        "51.51, -0.13, 320.55, 132.13",
        "21.31, -157.86, 1280.16, 331.16",
        "-33.45, -70.67, 1712.06, 731.45",
        "64.15, -21.94, 310.28, 66.92"
    })
    void placesLieWhereTheShapesWereDrawn(double latitude, double longitude, double x, double y) {
        double[] at = Shapes.WORLD.locate(latitude, longitude);
        assertThat(at[0]).isCloseTo(x, Offset.offset(0.05));
        assertThat(at[1]).isCloseTo(y, Offset.offset(0.05));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HK", "SG", "MO", "MT", "BH", "MU", "VA", "PW", "TV", "GP"})
    void smallPlacesAreDots(String code) {
        SvgReader svg = SvgReader.of(map(new CountryFigure(code, code, 3, "/a?c=" + code)).svg());
        Element link = svg.all("a").getFirst();
        assertThat(link.getElementsByTagName("circle").getLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JP", "CN", "TW", "KR", "US", "DE", "FR", "GB", "TH", "ID", "VN", "AU", "BR", "ZA",
                "GF", "XK", "EH", "PS"
            })
    void countriesHaveAnOutline(String code) {
        assertThat(Objects.requireNonNull(Shapes.WORLD.of(code)).path())
                .startsWith("M")
                .endsWith("z");
    }

    @Test
    void theFileIsSmall() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Shapes.class.getResourceAsStream("/ui/world-map.txt"))) {
            assertThat(in.readAllBytes().length).isLessThan(300_000);
        }
    }

    @Test
    void everyCountryOfTheStandardIsOnTheMap() {
        List<String> without =
                Arrays.stream(Locale.getISOCountries())
                        .filter(code -> Shapes.WORLD.of(code) == null)
                        .toList();
        assertThat(without).containsExactlyInAnyOrder("AQ", "BV", "UM");
    }

    @Test
    void hostileNamesStayText() {
        SvgReader svg =
                SvgReader.of(map(new CountryFigure("DE", "<script>\"&'", 1, "javascript:x")).svg());
        assertThat(svg.all("script")).isEmpty();
        assertThat(svg.all("a")).isEmpty();
        assertThat(svg.texts("title")).contains("<script>\"&' 1");
    }

    @Test
    void zeroIsAClassAndUnknownIsNoData() {
        WorldMap map =
                map(
                        new CountryFigure("DE", "Germany", 0, null),
                        new CountryFigure("FR", "France", null, null),
                        new CountryFigure("CN", "China", 9, null));
        SvgReader svg = SvgReader.of(map.svg());
        assertThat(fill(svg, "Germany 0")).isEqualTo(Palette.SEQUENCE.getFirst());
        assertThat(fill(svg, "China 9")).isEqualTo(Palette.SEQUENCE.getLast());
        assertThat(fill(svg, "France Unknown")).isEqualTo(Palette.NO_DATA);
        assertThat(map.table().rows())
                .extracting(row -> row.values().getFirst())
                .containsExactly(9, 0, null);
        assertThat(map.legend()).extracting(entry -> entry.label()).contains("No data");
    }

    private static String fill(SvgReader svg, String title) {
        return svg.all("g").stream()
                .filter(group -> group.getFirstChild().getTextContent().equals(title))
                .map(group ->
                        ((Element) group.getElementsByTagName("path").item(0)).getAttribute("fill"))
                .findFirst()
                .orElse("");
    }

    @Test
    void classesCoverAllValuesWithoutOverlap() {
        for (int most = 1; most < 400; most += 7) {
            int top = most;
            List<Double> values =
                    java.util.stream.IntStream.rangeClosed(1, top)
                            .mapToObj(i -> (double) i)
                            .toList();
            Classes classes = Classes.of(values);
            assertThat(classes.size()).isLessThanOrEqualTo(5);
            assertThat(classes.upper()).isSorted().doesNotHaveDuplicates();
            assertThat(classes.upper().getLast()).isEqualTo(top);
            assertThat(values)
                    .allSatisfy(value -> {
                        int index = classes.classOf(value);
                        assertThat(value)
                                .isBetween(classes.from(index), classes.upper().get(index));
                    });
        }
    }

    @Test
    void aMapOfPlacesListsPlacesAndExplainsItsCircles() {
        WorldMap map =
                new WorldMap(
                        ABOUT,
                        "Place",
                        "Partners",
                        List.of(),
                        List.of(
                                new Place(48.15, 11.58, "LMU", 3, "/o/1"),
                                new Place(1.3, 103.8, "NUS", 12, "/o/2")));
        SvgReader svg = SvgReader.of(map.svg());
        assertThat(svg.hrefs()).containsExactly("/o/2", "/o/1");
        assertThat(map.table().rows()).extracting(row -> row.label()).containsExactly("NUS", "LMU");
        assertThat(map.legend())
                .extracting(entry -> entry.label())
                .containsExactly("Area of the circles: Partners");
    }

    @Test
    void linksStayOutOfTheTabOrderBecauseTheTableHasThem() {
        SvgReader svg = SvgReader.of(map(new CountryFigure("DE", "Germany", 2, "/a")).svg());
        assertThat(svg.all("a")).allMatch(link -> link.getAttribute("tabindex").equals("-1"));
        assertThat(
                        map(new CountryFigure("DE", "Germany", 2, "/a"))
                                .table()
                                .rows()
                                .getFirst()
                                .href())
                .isEqualTo("/a");
    }
}
