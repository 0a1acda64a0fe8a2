package org.kakehashi.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ChartTests {
    private static final String HOSTILE =
            "</title><script>alert(1)</script>\"' onload=\"x\" & \u0000\u0008\uFFFE 清華";
    private static final Caption ABOUT = new Caption("c", HOSTILE, HOSTILE, Locale.ENGLISH);
    private static final List<Category> YEARS =
            List.of(
                    new Category("FY2024", "/a?fy=2024"),
                    new Category(HOSTILE),
                    new Category("FY2026"));

    static Stream<Chart> charts() {
        return Stream.of(
                new BarChart(
                        ABOUT,
                        HOSTILE,
                        HOSTILE,
                        List.of(
                                new Bar(HOSTILE, 12, "javascript:alert(1)"),
                                new Bar("Kenya", null, "/a?c=KE&x=\"1\""))),
                new StackedBars(
                        ABOUT,
                        HOSTILE,
                        YEARS,
                        List.of(
                                new Series(HOSTILE, Arrays.asList(4, null, 6)),
                                new Series("ended", Arrays.asList(2, 3, null), true))),
                new LineChart(
                        ABOUT,
                        HOSTILE,
                        YEARS,
                        List.of(
                                new Series(HOSTILE, Arrays.asList(4, null, 6)),
                                new Series("none", Arrays.asList(null, null, null)))),
                new BarChart(ABOUT, "a", "b", List.of()),
                new StackedBars(ABOUT, "a", List.of(), List.of()),
                new LineChart(ABOUT, "a", List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isWellFormedAndCarriesNothingThatRuns(Chart chart) {
        SvgReader svg = SvgReader.of(chart.svg());
        assertThat(svg.all("script")).isEmpty();
        for (Element element : svg.all("*")) {
            assertThat(element.hasAttribute("style")).isFalse();
            assertThat(element.hasAttribute("onload")).isFalse();
        }
        assertThat(svg.hrefs()).allMatch(href -> href.startsWith("/"));
        chart.legend().forEach(entry -> SvgReader.of(entry.swatch()));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void tellsItsTitleAndDescriptionToAssistiveTechnology(Chart chart) {
        SvgReader svg = SvgReader.of(chart.svg());
        String role = svg.root().getAttribute("role");
        assertThat(role).isEqualTo(svg.all("a").isEmpty() ? "img" : "group");
        assertThat(svg.root().getAttribute("aria-labelledby")).isEqualTo("c-title");
        assertThat(svg.texts("title").getFirst()).startsWith("</title><script>").endsWith("清華");
        assertThat(svg.texts("desc")).hasSize(1);
    }

    @Test
    void barsAreAsLongAsTheirFigures() {
        var bars =
                new BarChart(
                        ABOUT,
                        "a",
                        "b",
                        List.of(
                                new Bar("x", 100, null),
                                new Bar("y", 25, null),
                                new Bar("z", 0, null)));
        List<Double> lengths =
                SvgReader.of(bars.svg()).all("rect").stream()
                        .filter(rect -> rect.getAttribute("class").equals("hit"))
                        .map(rect -> Double.valueOf(rect.getAttribute("width")))
                        .toList();
        assertThat(lengths.get(1))
                .isCloseTo(lengths.get(0) / 4, org.assertj.core.data.Offset.offset(0.2));
        assertThat(lengths.get(2)).isZero();
    }

    @Test
    void unknownIsAWordAndNotZero() {
        var bars =
                new BarChart(
                        ABOUT, "a", "b", List.of(new Bar("x", null, null), new Bar("y", 0, null)));
        assertThat(SvgReader.of(bars.svg()).texts("text"))
                .containsExactly("x", "Unknown", "y", "0");
        assertThat(bars.table().rows().get(0).values()).containsExactly((Number) null);
        assertThat(bars.table().rows().get(1).values()).containsExactly(0);
    }

    @Test
    void anUnknownYearIsMarkedInColumnsAndLeavesAGapInALine() {
        List<Category> years = List.of(new Category("1"), new Category("2"), new Category("3"));
        var columns =
                new StackedBars(
                        ABOUT, "a", years, List.of(new Series("s", Arrays.asList(1, null, 3))));
        var line =
                new LineChart(
                        ABOUT, "a", years, List.of(new Series("s", Arrays.asList(1, null, 3))));
        assertThat(SvgReader.of(columns.svg()).texts("text")).contains("?");
        String path =
                SvgReader.of(line.svg()).all("path").stream()
                        .map(one -> one.getAttribute("d"))
                        .filter(d -> d.chars().filter(c -> c == 'M').count() == 2)
                        .findFirst()
                        .orElse("");
        assertThat(path).isNotEmpty().doesNotContain("L");
    }

    @Test
    void endingsHangBelowTheZeroLine() {
        var columns =
                new StackedBars(
                        ABOUT,
                        "a",
                        List.of(new Category("1")),
                        List.of(
                                new Series("new", List.of(5)),
                                new Series("ended", List.of(5), true)));
        List<Element> parts = SvgReader.of(columns.svg()).all("rect");
        double zero =
                Double.parseDouble(parts.get(0).getAttribute("y"))
                        + Double.parseDouble(parts.get(0).getAttribute("height"));
        assertThat(Double.parseDouble(parts.get(1).getAttribute("y")))
                .isCloseTo(zero, org.assertj.core.data.Offset.offset(0.2));
    }

    @Test
    void ticksAreRoundAndCoverTheValues() {
        Scale scale = Scale.covering(0, 87, 5, 0, 100);
        assertThat(scale.ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Scale.covering(0, 0.4, 5, 0, 100).ticks().getLast()).isGreaterThanOrEqualTo(0.4);
        assertThat(Scale.covering(-12, 30, 5, 100, 0).at(0)).isBetween(0.0, 100.0);
    }

    @Test
    void longJapaneseLabelsAreCutToTheirRoom() {
        String cut = Ems.fit("国・地域がまだ照合されていない機関", 10, 80);
        assertThat(cut).endsWith("…");
        assertThat(Ems.width(cut, 10)).isLessThanOrEqualTo(80);
    }

    @Test
    void longLabelsOfBarsStandOnTwoLinesWithinTheirRoom() {
        assertThat(Ems.lines("Graduate School of Engineering", 13.5, 193))
                .containsExactly("Graduate School of", "Engineering");
        assertThat(Ems.lines("Letters", 13.5, 193)).containsExactly("Letters");
        List<String> unbroken = Ems.lines("W".repeat(60), 13.5, 193);
        assertThat(unbroken).hasSize(1);
        for (String line : Ems.lines("青葉野大学大学院国際災害科学・社会医学連携研究教育機構附属研究所", 13.5, 193)) {
            assertThat(Ems.width(line, 13.5)).isLessThanOrEqualTo(193);
        }
    }

    @Test
    void aSparklineOfNothingIsStillAPicture() {
        assertThat(
                        SvgReader.of(new Sparkline(HOSTILE, List.of()).svg())
                                .root()
                                .getAttribute("role"))
                .isEqualTo("img");
        assertThat(SvgReader.of(new Sparkline("x", Arrays.asList(3, null, 3)).svg()).all("path"))
                .hasSize(1);
    }
}
