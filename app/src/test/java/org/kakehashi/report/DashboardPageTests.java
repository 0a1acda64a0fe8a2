package org.kakehashi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.strategy.SampleAgreements;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// People compose dashboards, look at them, and see on them what they may count.
class DashboardPageTests extends ApplicationTest {
    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    @BeforeAll
    void fill() {
        new SampleAgreements(agreements, units, users, jooq).fill();
    }

    private String builtIn(Visitor visitor, String kind) {
        return "/dashboards/"
                + jooq.fetchSingle("select id from report.dashboards where kind = ?", kind).get(0);
    }

    @Test
    void theFiguresOfADashboardAreThoseOfTheIndicators() {
        Visitor executive = signedInAs("executive").reads("en");
        Document board = executive.get(builtIn(executive, "executive") + "?date=2026-10-01");
        String shown =
                board.select(".board-figure").stream()
                        .filter(one -> one.text().startsWith("Agreements in force"))
                        .findFirst()
                        .orElseThrow()
                        .expectFirst(".tile-value a")
                        .text();
        Document indicator = executive.get("/strategy/indicators/K61?date=2026-10-01");
        assertThat(indicator.expectFirst(".figure-main dd").text()).startsWith(shown);
        assertThat(board.select(".board-figure svg[role=img]")).isNotEmpty();
        // unknown is a word, never zero, and says why
        Element students =
                board.select(".board-figure").stream()
                        .filter(one -> one.text().startsWith("International students"))
                        .findFirst()
                        .orElseThrow();
        assertThat(students.expectFirst(".tile-value").text()).isEqualTo("Unknown");
        assertThat(students.text()).contains("No value has been recorded");
    }

    @Test
    void aPersonComposesTheirOwnMovesWidensRemovesAndDeletes() {
        Visitor member = signedInAs("member").reads("en");
        Document made =
                member.submit(
                        member.get("/dashboards/new").expectFirst("#dashboard-form"),
                        Map.of("nameEn", "My figures", "nameJa", "私の指標"));
        Document one = add(member, made, "K61", "tile", "");
        Document two = add(member, one, "K61", "parts", "country");
        Document three = add(member, two, "K01", "years", "");
        assertThat(three.select(".board-edit .code").eachText())
                .containsExactly("K61", "K61", "K01");
        Document moved = member.submit(button(three, 2, "up"), Map.of());
        assertThat(moved.select(".board-edit .code").eachText())
                .containsExactly("K61", "K01", "K61");
        Document wide =
                member.submit(moved.select(".board-edit form[action$=size]").get(0), Map.of());
        assertThat(wide.select(".board-edit li").get(0).text()).contains("Full width");
        Document removed =
                member.submit(wide.select(".board-edit form[action$=removal]").get(0), Map.of());
        assertThat(removed.select(".board-edit .code").eachText()).containsExactly("K01", "K61");
        String path = removed.expectFirst(".page-actions a").attr("href");
        assertThat(member.get(path).select("ol.board > li")).hasSize(2);
        // others do not see it, and cannot guess it
        assertThat(signedInAs("office").status(path)).isEqualTo(404);
        Document gone =
                member.submit(
                        removed.expectFirst(
                                "main > .frame form[action$=/removal]:not([action*=figures])"),
                        Map.of());
        assertThat(gone.text()).doesNotContain("My figures");
    }

    private static Element button(Document page, int row, String by) {
        return page.select(".board-edit li").get(row).select("form[action$=place]").stream()
                .filter(form -> form.expectFirst("[name=by]").attr("value").equals(by))
                .findFirst()
                .orElseThrow();
    }

    private static Document add(
            Visitor visitor, Document page, String code, String shown, String by) {
        return visitor.submit(
                page.expectFirst("#figure-form"),
                Map.of("indicator", code, "shown", shown, "dimension", by));
    }

    @Test
    void whatCannotBeShownSoIsAnsweredBesideTheField() {
        Visitor office = signedInAs("office").reads("en");
        Document made =
                office.submit(
                        office.get("/dashboards/new").expectFirst("#dashboard-form"),
                        Map.of("nameEn", "Trying"));
        var recorded =
                office.post(
                        made.expectFirst("#figure-form"),
                        Map.of("indicator", "K39", "shown", "parts", "dimension", "country"));
        assertThat(recorded.statusCode()).isEqualTo(422);
        assertThat(recorded.body()).contains("cannot be told apart so");
        var none =
                office.post(
                        made.expectFirst("#figure-form"),
                        Map.of("indicator", "K61", "shown", "parts", "dimension", ""));
        assertThat(none.body()).contains("Choose what the figure is told apart by");
        var strange =
                office.post(
                        made.expectFirst("#figure-form"),
                        Map.of("indicator", "X99", "shown", "tile", "dimension", ""));
        assertThat(strange.statusCode()).isEqualTo(422);
        var nameless =
                office.post(
                        office.get("/dashboards/new").expectFirst("#dashboard-form"),
                        Map.of("nameEn", " "));
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("Give a name");
    }

    @Test
    void sharedWithARoleItIsSeenByThatRole() {
        Visitor office = signedInAs("office").reads("en");
        Document made =
                office.submit(
                        office.get("/dashboards/new").expectFirst("#dashboard-form"),
                        Map.of("nameEn", "For the board", "shared", "role", "role", "executive"));
        String path = made.expectFirst(".page-actions a").attr("href");
        assertThat(signedInAs("executive").status(path)).isEqualTo(200);
        assertThat(signedInAs("member").status(path)).isEqualTo(404);
        assertThat(signedInAs("executive").status(path + "/edit")).isEqualTo(403);
    }

    @Test
    void narrowedToADepartmentItCountsThatDepartmentAndThoseBelow() {
        Visitor executive = signedInAs("executive").reads("en");
        String engineering = units.findByNameOrCode("ENG").orElseThrow().id().toString();
        String path = builtIn(executive, "department");
        Document board = executive.get(path + "?date=2026-10-01&part=" + engineering);
        String shown = board.expectFirst(".board-figure .tile-value").text();
        Document parts = executive.get("/strategy/indicators/K61?by=unit&date=2026-10-01");
        assertThat(
                        parts.select("#parts-of tr, #parts-table tr, main table tr").stream()
                                .filter(row ->
                                        row.text().startsWith("School of Engineering")
                                                || row.text().startsWith("Engineering")
                                                || row.text().contains("Engineering"))
                                .findFirst()
                                .orElseThrow()
                                .text())
                .contains(shown.replaceAll("\\D", ""));
        // an address that names nothing narrows nothing
        assertThat(executive.status(path + "?part=nonsense")).isEqualTo(200);
    }

    @Test
    void aPresentationShowsOneFigureAfterTheOther() {
        Visitor executive = signedInAs("executive").reads("ja");
        String path = builtIn(executive, "executive") + "/presentation";
        Document first = executive.get(path);
        assertThat(first.select("h1")).hasSize(1);
        assertThat(first.text()).contains("1 / 11");
        Document second = executive.get(first.expectFirst("a[rel=next]").attr("href"));
        assertThat(second.text()).contains("2 / 11");
        assertThat(second.select("a[rel=prev]")).hasSize(1);
        assertThat(executive.get(path + "?n=99").text()).contains("11 / 11");
    }

    @Test
    void aDashboardIsGivenOutAsPowerPointWordPdfAndTables() throws Exception {
        Visitor executive = signedInAs("executive").reads("ja");
        String path = builtIn(executive, "executive") + "/file?date=2026-10-01&format=";
        String shown =
                executive
                        .get(builtIn(executive, "executive") + "?date=2026-10-01")
                        .expectFirst(".tile-value a")
                        .text();
        try (XMLSlideShow show =
                new XMLSlideShow(
                        new ByteArrayInputStream(executive.download(path + "pptx").body()))) {
            assertThat(show.getSlides()).hasSize(12);
            assertThat(show.getCharts()).isNotEmpty();
            assertThat(text(show.getSlides().get(1)))
                    .contains("有効な協定数")
                    .contains("Agreements in force")
                    .contains(shown);
            // an unknown figure is a word, and has no chart of zeroes
            assertThat(text(show.getSlides().get(8))).contains("外国人留学生比率").contains("不明");
        }
        try (PDDocument pdf = Loader.loadPDF(executive.download(path + "pdf").body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("有効な協定数").contains(shown);
        }
        assertThat(executive.download(path + "docx").body()).startsWith('P', 'K');
        assertThat(new String(executive.download(path + "csv").body(), StandardCharsets.UTF_8))
                .contains("K61")
                .contains(shown);
        assertThat(executive.status(path + "exe")).isEqualTo(404);
    }

    private static String text(XSLFSlide slide) {
        return slide.getShapes().stream()
                .filter(XSLFTextShape.class::isInstance)
                .map(one -> ((XSLFTextShape) one).getText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void anIndicatorIsToldApartByTwoDimensions() {
        Visitor member = signedInAs("member").reads("en");
        Document one = member.get("/figures/K61?date=2026-10-01&by=country");
        int sum =
                one.select("#pivot tbody td").eachText().stream().mapToInt(Integer::parseInt).sum();
        assertThat(sum).isPositive();
        Document two = member.get("/figures/K61?date=2026-10-01&by=country&and=level");
        int both =
                two.select("#pivot tbody td").eachText().stream()
                        .filter(cell -> !cell.equals("–"))
                        .mapToInt(Integer::parseInt)
                        .sum();
        assertThat(both).isEqualTo(sum);
        assertThat(member.get("/figures/K61?by=country&as=map").select("figure svg")).isNotEmpty();
        assertThat(member.get("/figures/K39").text()).contains("nothing to tell apart");
        assertThat(member.status("/figures/K61?by=nonsense&and=nothing")).isEqualTo(200);
    }
}
