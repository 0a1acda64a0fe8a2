package org.kakehashi.ui.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.ui.chart.Bar;
import org.kakehashi.ui.chart.BarChart;
import org.kakehashi.ui.chart.Caption;

class ExportTests {
    private static final Instant MADE = Instant.parse("2026-11-21T01:00:00Z");

    record Row(Object... cells) {}

    private static TableExport<Row> table(Stream<Row> rows) {
        return table(rows, Locale.JAPANESE);
    }

    private static TableExport<Row> table(Stream<Row> rows, Locale locale) {
        List<ExportColumn<Row>> columns =
                List.of(
                        ExportColumn.<Row>of("a", "協定名", "Agreement", row -> row.cells()[0])
                                .wide(40),
                        ExportColumn.<Row>of(
                                "b",
                                "枠",
                                "Places",
                                row -> row.cells().length > 1 ? row.cells()[1] : null));
        ExportNote note =
                new ExportNote(
                        "協定一覧", "国・地域：=HYPERLINK(\"x\")", "2026年11月21日", "架空 花子", MADE, true);
        return new TableExport<>("協定/一覧", columns, rows, note, locale);
    }

    private static byte[] xlsx(TableExport<?> table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(table, out);
        return out.toByteArray();
    }

    private static String csv(TableExport<?> table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.utf8(table, out);
        return out.toString(UTF_8);
    }

    private static XSSFWorkbook read(TableExport<?> table) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(xlsx(table)));
    }

    private static List<String> texts(XSSFSheet sheet) {
        List<String> texts = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> texts.add(cell.getStringCellValue())));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81 22", "-2", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x"})
    void textThatWouldStartAFormulaGetsAnApostrophe(String text) throws IOException {
        assertThat(csv(table(Stream.of(new Row(text))))).contains("'" + text);
        try (XSSFWorkbook book = read(table(Stream.of(new Row(text))))) {
            XSSFCell cell = book.getSheetAt(0).getRow(2).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("'" + text);
        }
    }

    @Test
    void numbersStayNumbersAlsoWhenNegative() throws IOException {
        assertThat(csv(table(Stream.of(new Row("x", -3), new Row("y", 2.5)))))
                .contains("x,-3\r\n", "y,2.5\r\n");
        try (XSSFWorkbook book = read(table(Stream.of(new Row("x", -3))))) {
            assertThat(book.getSheetAt(0).getRow(2).getCell(1).getNumericCellValue()).isEqualTo(-3);
        }
    }

    @Test
    void aWorkbookOpensWhateverItsCellsHold() throws IOException {
        String hostile =
                "<x>&\"'\u0000\u0001\u000b\uFFFE\uD800 ]]> 𠮷"
                        + IntStream.range(0, 40_000)
                                .mapToObj(i -> Character.toString(0x4E00 + i * 7919 % 20_000))
                                .collect(Collectors.joining());
        try (XSSFWorkbook book = read(table(Stream.of(new Row(hostile, null))))) {
            String cell = book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue();
            assertThat(cell).startsWith("<x>&\"' ]]> 𠮷一").endsWith("…").hasSize(32_767);
        }
    }

    @Test
    void bothLanguagesHeadTheTableAndTheSecondSheetSaysWhatItIs() throws IOException {
        try (XSSFWorkbook book = read(table(Stream.of(new Row("x", 1)), Locale.ENGLISH))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("協定 一覧");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Agreement");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("協定名");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 2);
            assertThat(texts(book.getSheet("About this table")))
                    .contains(
                            "協定一覧",
                            "国・地域：=HYPERLINK(\"x\")",
                            "架空 花子",
                            "2026-11-21 10:00 (JST)",
                            "1")
                    .anyMatch(text -> text.startsWith("Demonstration:"));
        }
    }

    @Test
    void datesAreDatesInAWorkbook() throws IOException {
        try (XSSFWorkbook book = read(table(Stream.of(new Row(LocalDate.of(1980, 5, 31), MADE))))) {
            XSSFRow row = book.getSheetAt(0).getRow(2);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(0))).isTrue();
            assertThat(row.getCell(0).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(1980, 5, 31));
            assertThat(row.getCell(1).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2026, 11, 21, 10, 0));
        }
    }

    @Test
    void datesInstantsAndBilingualTextsKeepTheirMeaning() throws IOException {
        Stream<Row> rows =
                Stream.of(
                        new Row(new Bilingual("覚書", "Memorandum"), LocalDate.of(2026, 4, 1)),
                        new Row(null, MADE),
                        new Row("", true));
        assertThat(csv(table(rows, Locale.ENGLISH)))
                .contains("Memorandum,2026-04-01\r\n", ",2026-11-21 10:00\r\n", ",1\r\n");
    }

    @Test
    void utf8StartsWithAByteOrderMarkAndQuotesWhatNeedsIt() throws IOException {
        assertThat(csv(table(Stream.of(new Row("a,\"b\"\n改行", 1)))))
                .startsWith("\uFEFF協定名,枠\r\n")
                .contains("\"a,\"\"b\"\"\n改行\",1\r\n");
    }

    @Test
    void cp932ReplacesWhatItLacksAndCountsIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var written =
                CsvWriter.cp932(table(Stream.of(new Row("München 𠮷野 髙橋 〜 ① ㈱ 하노이", 1))), out);
        String text = out.toString(Charset.forName("windows-31j"));
        assertThat(text).contains("M〓nchen 〓野 髙橋 ～ ① ㈱ 〓〓〓,1");
        assertThat(written).isEqualTo(new CsvWriter.Written(1, 5));
    }

    @Test
    void theFileNameTellsDateDemonstrationAndReplacements() {
        TableExport<Row> table = table(Stream.of());
        assertThat(ExportFile.name(table, ExportFormat.CSV_CP932, 1200))
                .isEqualTo("協定_一覧_2026-11-21_デモ_1200字置換.csv");
        assertThat(ExportFile.name(table, ExportFormat.XLSX, 0))
                .isEqualTo("協定_一覧_2026-11-21_デモ.xlsx");
    }

    @Test
    void aHundredThousandRowsFlowThroughWithoutBeingKept() throws IOException {
        Counting out = new Counting();
        long rows =
                XlsxWriter.write(
                        table(IntStream.range(0, 100_000).mapToObj(i -> new Row("大学 " + i, i))),
                        out);
        assertThat(rows).isEqualTo(100_000);
        assertThat(out.beforeTheLastRow).as("bytes written while rows were still coming").isTrue();
    }

    @Test
    void theFiguresOfAChartAreExportedWithUnknownLeftEmpty() throws IOException {
        Caption about = new Caption("c", "Agreements by country", "Bars", Locale.ENGLISH);
        BarChart chart =
                new BarChart(
                        about,
                        "Country",
                        "Agreements",
                        List.of(new Bar("Germany", 1200, null), new Bar("Kenya", null, null)));
        ExportNote note = new ExportNote("x", null, null, "y", MADE, false);
        assertThat(csv(TableExport.of(chart, note)))
                .isEqualTo("\uFEFFCountry,Agreements\r\nGermany,1200\r\nKenya,\r\n");
    }

    @Test
    void formatsAreFoundByTheirParameter() {
        assertThat(Arrays.stream(ExportFormat.values()).map(ExportFormat::extension))
                .containsExactly("xlsx", "csv", "csv");
        assertThat(ExportFormat.of("csv-cp932")).contains(ExportFormat.CSV_CP932);
        assertThat(ExportFormat.of("pdf")).isEmpty();
        assertThat(ExportFormat.of(null)).isEmpty();
    }

    private static final class Counting extends OutputStream {
        private long bytes;
        private boolean beforeTheLastRow;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
            beforeTheLastRow |= bytes > 0 && bytes < 200_000;
        }
    }
}
