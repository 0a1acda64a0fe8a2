package org.kakehashi.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Values of indicators that nothing computes: recorded by hand, and by a workbook that goes out
/// and comes back.
class RecordedPageTests extends ApplicationTest {
    @Autowired RecordedValues values;
    @Autowired Plans plans;
    @Autowired Readings readings;
    @Autowired Catalogue catalogue;
    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired org.jooq.DSLContext jooq;

    private SampleAgreements sample;

    @BeforeAll
    void fill() {
        sample = new SampleAgreements(agreements, units, users, jooq);
    }

    @Test
    void aValueIsRecordedCorrectedAndTakenBackAndNothingIsLost() {
        Visitor office = signedInAs("office").reads("en");
        assertThat(office.get("/strategy/indicators/K39").text()).contains("not measured yet");
        Document page = send(office, "K39", "2025", "８.４%", "School survey 2025");
        assertThat(page.select("#values-table tbody tr").text())
                .contains("FY2025")
                .contains("8.4")
                .contains("School survey 2025")
                .contains("Whole university");
        Element correct = page.expectFirst("#values-table tbody a.button");
        Document editing = office.get(correct.attr("href").replace("#record", ""));
        Map<String, String> typed = new LinkedHashMap<>(Map.of("value", "8.6"));
        Document corrected = office.submit(editing.expectFirst("#record-form"), typed);
        assertThat(corrected.select("#values-table tbody tr").text()).contains("8.6");
        assertThat(corrected.select("#past-table tbody tr").text()).contains("8.4");
        assertThat(value("K39", 2025)).isEqualByComparingTo("8.6");
        // the form opened before somebody corrected the value
        assertThat(office.post(editing.expectFirst("#record-form"), typed).statusCode())
                .isEqualTo(409);
        Document again = office.get(correct.attr("href").replace("#record", ""));
        Document without = office.submit(again.expectFirst("form[action$=removal]"), Map.of());
        assertThat(without.select("#values-table")).isEmpty();
        assertThat(without.select("#past-table tbody tr")).hasSize(2);
        assertThat(value("K39", 2025)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "K39, 2025, 120, survey, 100 per cent",
                "K39, 2025, -1, survey, must not be negative",
                "K39, 2025, many, survey, Enter a number",
                "K39, 2025, 8.444, survey, More decimals",
                "K39, 2199, 8.4, survey, not in the future",
                "K39, 25, 8.4, survey, four digits",
                "K39, 2025, 8.4, none, where the figure comes from",
                "K40, 2025, 1e9, survey, Enter a number",
            })
    void whatCannotBeIsAnsweredBesideTheField(
            String code, String year, String value, String evidence, String expected) {
        Visitor office = signedInAs("office").reads("en");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("year", year);
        typed.put("value", value);
        typed.put("evidence", evidence == null ? "" : evidence);
        var answer =
                office.post(
                        office.get("/strategy/indicators/" + code).expectFirst("#record-form"),
                        typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(expected);
    }

    @Test
    void anIndexLiesBetweenZeroAndOne() {
        String code =
                sample.as(
                        "office",
                        () ->
                                catalogue.add(
                                        new IndicatorDraft(
                                                new Bilingual("均衡", "Balance"),
                                                new Bilingual("均衡の指数", "An index of balance"),
                                                "index",
                                                2,
                                                Indicator.Period.FLOW,
                                                null,
                                                Indicator.Direction.UP,
                                                "outcome",
                                                "assessment",
                                                null,
                                                List.of())));
        assertThat(
                        ValueEntry.problems(
                                sample.as("office", () -> plans.indicator(code)),
                                "2025",
                                "1.2",
                                "survey",
                                LocalDate.of(2026, 10, 1)))
                .containsOnly(Map.entry("value", "strategy.record.value.index"));
    }

    @Test
    void theWorkbookGoesOutAndComesBack() throws IOException {
        Visitor office = signedInAs("office").reads("en");
        byte[] blank = office.download("/strategy/values/template?year=2024").body();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(blank))) {
            XSSFSheet sheet = book.getSheet("values");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(book.isSheetHidden(1)).isTrue();
            assertThat(row(sheet, "K40").getCell(7).getCellStyle().getLocked()).isFalse();
            assertThat(row(sheet, "K40").getCell(4).getCellStyle().getLocked()).isTrue();
            // every indicator nothing computes, and none that is
            assertThat(sheet.getLastRowNum() - 1)
                    .isEqualTo(
                            (int)
                                    sample.as("office", () -> plans.indicators()).stream()
                                            .filter(Indicator::recorded)
                                            .count());
            assertThat(row(sheet, "J01")).isNotNull();
            assertThat(row(sheet, "K01")).isNull();
        }
        byte[] filled =
                changed(
                        blank,
                        sheet -> {
                            say(sheet, "K40", 12, "Catalogue of courses");
                            row(sheet, "K41").getCell(7).setCellValue("２３.５");
                            row(sheet, "K41").getCell(8).setCellValue("Syllabus system");
                        });
        Document done = upload(office, filled);
        assertThat(done.text()).contains("2 values were recorded");
        assertThat(value("K40", 2024)).isEqualByComparingTo("12");
        assertThat(value("K41", 2024)).isEqualByComparingTo("23.5");
        Document page = office.get("/strategy/indicators/K41");
        assertThat(page.select("#values-table").text()).contains("values.xlsx, row");
        // the same file again: nothing is new
        assertThat(upload(office, filled).text()).contains("Nothing new").contains("2 rows");
        // another value by the same file: it is older than what is recorded
        assertThat(upload(office, changed(filled, sheet -> say(sheet, "K40", 13, "Other"))).text())
                .contains("changed after the template")
                .contains("様式をダウンロードした後に");
        assertThat(value("K40", 2024)).isEqualByComparingTo("12");
    }

    @Test
    void oneWrongRowKeepsTheWholeFileOutAndIsToldInBothLanguages() throws IOException {
        Visitor office = signedInAs("office").reads("ja");
        byte[] blank = office.download("/strategy/values/template?year=2023").body();
        byte[] wrong =
                changed(
                        blank,
                        sheet -> {
                            say(sheet, "K40", 5, "Fine");
                            say(sheet, "K41", 101, "Too much");
                            row(sheet, "K42").getCell(7).setCellFormula("1+1");
                            row(sheet, "K42").getCell(8).setCellValue("A formula");
                            row(sheet, "K47").getCell(7).setCellValue(3);
                            row(sheet, "K49").getCell(8).setCellValue("No value");
                            row(sheet, "K51")
                                    .getCell(5, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                                    .setCellValue("NOWHERE");
                            say(sheet, "K51", 5, "Unit");
                        });
        Document page = upload(office, wrong);
        assertThat(page.select("#wrong tbody tr")).hasSize(5);
        assertThat(page.select("#wrong tbody tr").text())
                .contains("K41")
                .contains("100%")
                .contains("100 per cent")
                .contains("formula of the sheet")
                .contains("Say where the figure comes from")
                .contains("Enter a number")
                .contains("There is no unit");
        assertThat(value("K40", 2023)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"not a workbook", "PK\u0003\u0004 broken"})
    void whatIsNoTemplateIsRefused(String content) {
        Document page = upload(signedInAs("office"), content.getBytes(StandardCharsets.UTF_8));
        assertThat(page.select("#wrong tbody tr")).hasSize(1);
    }

    @Test
    void formulasMayReferToRecordedValues() {
        sample.as(
                "office",
                () -> {
                    values.record(
                            "K43",
                            new ValueEntry(
                                    2025, null, new BigDecimal("30"), "Registry", null, null));
                    values.record(
                            "K56",
                            new ValueEntry(
                                    2025, null, new BigDecimal("120"), "Registry", null, null));
                    return null;
                });
        var tree = formula("share(K43, K56)");
        LocalDate inYear = LocalDate.of(2025, 10, 1);
        assertThat(sample.as("office", () -> readings.preview(tree, inYear)).value())
                .isEqualByComparingTo("25");
        assertThat(
                        sample.as("office", () -> readings.preview(tree, inYear.minusYears(1)))
                                .missing())
                .isEqualTo(org.kakehashi.strategy.formula.Outcome.Missing.NO_DENOMINATOR);
    }

    @Test
    void aComputedIndicatorTakesNoValues() {
        assertThatThrownBy(() ->
                        sample.as(
                                "office",
                                () -> {
                                    values.record(
                                            "K01",
                                            new ValueEntry(
                                                    2025,
                                                    null,
                                                    BigDecimal.ONE,
                                                    "none",
                                                    null,
                                                    null));
                                    return null;
                                }))
                .isInstanceOf(KakehashiException.class);
    }

    @Test
    void onlyWhoMayRecords() {
        for (String login : List.of("member", "executive")) {
            Visitor reader = signedInAs(login);
            assertThat(reader.get("/strategy/indicators/K39").select("#record-form")).isEmpty();
            assertThat(reader.status("/strategy/values")).isEqualTo(403);
            assertThatThrownBy(() ->
                            sample.as(
                                    login,
                                    () -> {
                                        values.record(
                                                "K39",
                                                new ValueEntry(
                                                        2020,
                                                        null,
                                                        BigDecimal.ONE,
                                                        "none",
                                                        null,
                                                        null));
                                        return null;
                                    }))
                    .isInstanceOf(KakehashiException.class);
        }
    }

    @Test
    void theWholeCatalogueIsThereWithDefinitionsInBothLanguages() {
        List<Indicator> all = sample.as("office", () -> plans.indicators());
        Visitor member = signedInAs("member");
        for (int i = 1; i <= 60; i++) {
            assertThat(all).extracting(Indicator::code).contains(String.format("K%02d", i));
        }
        for (int i = 1; i <= 8; i++) {
            assertThat(all).extracting(Indicator::code).contains(String.format("J%02d", i));
        }
        assertThat(all)
                .allSatisfy(one -> {
                    assertThat(one.definition().ja()).isNotBlank();
                    assertThat(one.definition().en()).isNotBlank();
                    assertThat(member.status("/strategy/indicators/" + one.code()))
                            .as(one.code())
                            .isEqualTo(200);
                });
    }

    private static org.kakehashi.strategy.formula.Expression formula(String text) {
        return java.util.Objects.requireNonNull(
                org.kakehashi.strategy.formula.FormulaParser.parse(text).tree());
    }

    private Document send(
            Visitor visitor, String code, String year, String value, String evidence) {
        return visitor.submit(
                visitor.get("/strategy/indicators/" + code).expectFirst("#record-form"),
                new LinkedHashMap<>(Map.of("year", year, "value", value, "evidence", evidence)));
    }

    private @org.jspecify.annotations.Nullable BigDecimal value(String code, int year) {
        return sample.as(
                        "office",
                        () -> readings.of(plans.indicator(code), LocalDate.of(year, 10, 1)))
                .value();
    }

    private Document upload(Visitor visitor, byte[] content) {
        return visitor.upload(
                visitor.get("/strategy/values").expectFirst("#upload"),
                "file",
                "values.xlsx",
                content,
                Map.of());
    }

    private static byte[] changed(byte[] workbook, Consumer<XSSFSheet> change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            change.accept(book.getSheet("values"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void say(XSSFSheet sheet, String code, double value, String evidence) {
        row(sheet, code).getCell(7).setCellValue(value);
        row(sheet, code).getCell(8).setCellValue(evidence);
    }

    private static Row row(XSSFSheet sheet, String code) {
        for (Row row : sheet) {
            if (row.getCell(0) != null
                    && row.getCell(0).getCellType() == CellType.STRING
                    && row.getCell(0).getStringCellValue().equals(code)) {
                return row;
            }
        }
        return null;
    }
}
