package org.kakehashi.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.intake.reading.ReadingProblem.Kind;

class ListFilesTests {

    private static final String TEXT =
            "国・地域,大学名,締結年月日\n中国,東湖大学,平成20年4月1日\nタイ王国,メーナム工科大学,2016/3/1\n";

    @TempDir Path folder;

    private FileReading read(String name, byte[] bytes) throws IOException {
        return read(name, bytes, ReadingLimits.usual());
    }

    private FileReading read(String name, byte[] bytes, ReadingLimits limits) throws IOException {
        return ListFiles.read(Files.write(folder.resolve(name), bytes), limits);
    }

    private static Kind problem(FileReading reading) {
        return reading.problems().getFirst().kind();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    windows-1251 | Страна,Университет;Япония,Университет Аобаяма;США,Северный университет
                    windows-1251 | Країна,Університет;Японія,Університет Аобаяма;Польща,Північний університет
                    KOI8-R       | Страна,Университет;Япония,Университет Аобаяма;США,Северный университет
                    windows-1250 | Kraj,Uczelnia;Włochy,Uniwersytet Północny;Japonia,Wyższa Szkoła Aobayama
                    windows-1250 | Země,Univerzita;Německo,Vysoká škola Severní;Japonsko,Univerzita Žluťoučká
                    windows-1250 | Ország,Egyetem;Japán,Aobajama Műszaki Egyetem;Németország,Északi Főiskola
                    windows-1252 | Land,Hochschule;Österreich,Universität Nordheim;Frankreich,Université du Nord
                    windows-1252 | País,Universidad;España,Universidad del Norte Región;Japón,Universidad Señorial
                    windows-1252 | Pays,Établissement;Japon,Université d’Aobayama;Allemagne,École supérieure
                    windows-1254 | Ülke,Üniversite;Türkiye,Kuzey Üniversitesi İşletme;Japonya,Aobayama Üniversitesi Şığ
                    windows-1253 | Χώρα,Πανεπιστήμιο;Ιαπωνία,Πανεπιστήμιο Αομπαγιάμα;Ελλάδα,Πανεπιστήμιο Βορρά
                    x-windows-874 | ประเทศ,มหาวิทยาลัย;ญี่ปุ่น,มหาวิทยาลัยเหนือ;เกาหลี,มหาวิทยาลัยตะวันออก
                    GB18030 | 国家,合作院校;日本,青叶山大学;韩国,汉江大学校
                    GB18030 | 序号,外方院校;日本,青叶山工业大学;德国,诺德海姆应用技术大学
                    Big5 | 國家,學校名稱;日本,青葉山大學;德國,北原大學
                    Big5 | 洲別,姊妹校;亞洲,青葉山科技大學;歐洲,諾德海姆應用科技大學
                    x-windows-949 | 국가,대학명;일본,아오바야마대학;독일,노르트하임대학교
                    EUC-JP | 国名,相手機関;ドイツ,ノルトハイム大学;中国,東湖師範大学
                    windows-31j | 国名,相手機関;ドイツ,ノルトハイム大学;中国,東湖師範大学
                    """)
    void recognisesEncodingsOfManyLanguages(String charset, String lines) throws IOException {
        var text = lines.replace(";", "\n");
        var sheet = read("list.csv", text.getBytes(Charset.forName(charset))).sheets().getFirst();
        assertThat(sheet.cell(1, 2).text() + sheet.cell(3, 2).text())
                .isEqualTo(text.split("[,\n]")[1] + text.split("[,\n]")[5]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-31j", "EUC-JP"})
    void readsDelimitedTextInEveryEncoding(String charset) throws IOException {
        var sheet = read("list.csv", TEXT.getBytes(Charset.forName(charset))).sheets().getFirst();
        assertThat(sheet.cell(2, 2).text()).isEqualTo("東湖大学");
        assertThat(sheet.height()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws IOException {
        var sheet =
                read("list.txt", TEXT.replace(",", delimiter).getBytes(StandardCharsets.UTF_8))
                        .sheets()
                        .getFirst();
        assertThat(sheet.width()).isEqualTo(3);
    }

    @Test
    void countsRowsAsASpreadsheetDoes() throws IOException {
        var text = "\uFEFF\"a\nb\",c\n\"\"\n,\nd\n";
        var sheet = read("list.csv", text.getBytes(StandardCharsets.UTF_8)).sheets().getFirst();
        assertThat(sheet.cell(1, 1).text()).isEqualTo("a\nb");
        assertThat(sheet.cell(4, 1).text()).isEqualTo("d");
    }

    @Test
    void saysWhereTheEncodingChanges() throws IOException {
        var mixed = new ByteArrayOutputStream();
        mixed.write("大学,国\n東湖大学,中国\n".getBytes(StandardCharsets.UTF_8));
        mixed.write("海浜大学,中国\n".getBytes(Charset.forName("windows-31j")));
        var reading = read("list.csv", mixed.toByteArray());
        assertThat(problem(reading)).isEqualTo(Kind.MIXED_ENCODING);
        assertThat(reading.problems().getFirst().place().row()).isEqualTo(3);
        assertThat(reading.sheets().getFirst().cell(3, 1).text()).isEqualTo("海浜大学");
    }

    @Test
    void readsOnWhenAQuotationMarkIsNeverClosed() throws IOException {
        var text = "a,b\n\"c,d\n" + "e,f\n".repeat(200);
        var reading = read("list.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(problem(reading)).isEqualTo(Kind.UNCLOSED_QUOTE);
        assertThat(reading.sheets().getFirst().height()).isEqualTo(202);
    }

    private static byte[] workbook(Workbook workbook) throws IOException {
        try (workbook) {
            var sheet = workbook.createSheet("協定");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("東湖大学");
            row.createCell(1).setCellValue(12);
            row.createCell(3).setCellFormula("B2*2");
            var date = row.createCell(2);
            date.setCellValue(java.time.LocalDate.of(2008, 4, 1));
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            date.setCellStyle(style);
            sheet.addMergedRegion(new CellRangeAddress(1, 3, 0, 0));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void hasCells(FileReading reading) {
        var sheet = reading.sheets().getFirst();
        assertThat(sheet.name()).isEqualTo("協定");
        assertThat(sheet.row(2))
                .extracting(Cell::text)
                .containsExactly("東湖大学", "12", "2008-04-01", "24");
        assertThat(sheet.cell(2, 3).kind()).isEqualTo(Cell.Kind.DATE);
        assertThat(sheet.merges()).containsExactly(new Merge(2, 1, 4, 1));
    }

    @Test
    void readsWorkbooksOldAndNew() throws IOException {
        hasCells(read("list.xlsx", workbook(new XSSFWorkbook())));
        hasCells(read("list.xls", workbook(new HSSFWorkbook())));
    }

    @Test
    void readsAWorkbookUnderAWrongName() throws IOException {
        hasCells(read("list.csv", workbook(new XSSFWorkbook())));
    }

    @Test
    void readsOpenDocument() throws IOException {
        var content =
                """
                <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
                <table:table table:name="Blatt"><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
                <table:table-row><table:table-cell><text:p>Aobayama</text:p></table:table-cell>
                <table:table-cell office:value-type="float" office:value="12"><text:p>12,0</text:p></table:table-cell>
                <table:table-cell office:value-type="date" office:date-value="2008-04-01"><text:p>01.04.08</text:p></table:table-cell>
                </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>
                """;
        var sheet = read("list.ods", zip("content.xml", content)).sheets().getFirst();
        assertThat(sheet.row(3))
                .extracting(Cell::text)
                .containsExactly("Aobayama", "12", "2008-04-01");
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void refusesWhatHidesBehindAPassword() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("geheim");
        byte[] locked;
        try {
            locked = workbook(new HSSFWorkbook());
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(problem(read("list.xls", locked))).isEqualTo(Kind.PASSWORD_PROTECTED);
    }

    @Test
    void refusesTruncatedWorkbooks() throws IOException {
        var xlsx = workbook(new XSSFWorkbook());
        assertThat(problem(read("list.xlsx", Arrays.copyOf(xlsx, xlsx.length / 2))))
                .isEqualTo(Kind.DAMAGED);
        var xls = workbook(new HSSFWorkbook());
        assertThat(read("list.xls", Arrays.copyOf(xls, 700)).isRefused()).isTrue();
    }

    @Test
    void refusesZipBombs() throws IOException {
        var bomb = zip("content.xml", " ".repeat(60_000_000));
        assertThat(problem(read("list.ods", bomb))).isEqualTo(Kind.UNPACKS_TOO_LARGE);
    }

    @Test
    void refusesDocumentTypes() throws IOException {
        var content = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>";
        assertThat(problem(read("list.ods", zip("content.xml", content))))
                .isEqualTo(Kind.FORBIDDEN_CONTENT);
    }

    @Test
    void refusesWhatIsNoList() throws IOException {
        var noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        noise[0] = 0;
        assertThat(problem(read("list.csv", noise))).isEqualTo(Kind.NOT_A_LIST);
        assertThat(
                        problem(
                                read(
                                        "page.xls",
                                        "<html><table></table></html>"
                                                .getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Kind.WEB_PAGE);
        assertThat(problem(read("empty.csv", new byte[0]))).isEqualTo(Kind.EMPTY);
        assertThat(problem(read("other.zip", zip("a.txt", "a")))).isEqualTo(Kind.NOT_A_LIST);
    }

    @Test
    void readsOnlyWhatTheLimitsAllow() throws IOException {
        var limits = new ReadingLimits(1_000, 1_000, 1, 3, 2, 100, 5);
        var text = "a,b,c\nd,eeeeeeee,f\ng,h\ni,j\n";
        var reading = read("list.csv", text.getBytes(StandardCharsets.UTF_8), limits);
        assertThat(reading.problems())
                .extracting(ReadingProblem::kind)
                .containsExactly(Kind.TOO_MANY_COLUMNS, Kind.TEXT_CUT, Kind.TOO_MANY_ROWS);
        assertThat(reading.sheets().getFirst().height()).isEqualTo(3);
        assertThat(reading.sheets().getFirst().cell(2, 2).text()).isEqualTo("eeeee");
        assertThat(problem(read("big.csv", new byte[1_001], limits))).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void survivesAMillionColumns() throws IOException {
        var reading = read("wide.csv", ",x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        assertThat(reading.isRefused()).isFalse();
        assertThat(reading.sheets().getFirst().width())
                .isLessThanOrEqualTo(ReadingLimits.usual().columns());
    }

    @Test
    void neverThrowsWhateverTheBytes() throws IOException {
        long seed = System.nanoTime();
        System.out.println("ListFilesTests seed " + seed);
        var random = new Random(seed);
        var xlsx = workbook(new XSSFWorkbook());
        var ingredients = "\"',;\t\n\r\u0000a大\uFEFF".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 150; i++) {
            var bytes = i % 3 == 0 ? xlsx.clone() : new byte[random.nextInt(400) + 1];
            for (int j = 0; j < (i % 3 == 0 ? 20 : bytes.length); j++) {
                bytes[random.nextInt(bytes.length)] =
                        i % 3 == 1
                                ? ingredients[random.nextInt(ingredients.length)]
                                : (byte) random.nextInt(256);
            }
            assertThat(read("noise.csv", bytes)).isNotNull();
        }
    }

    @Test
    void saysThatWorkbooksAreProtected() throws Exception {
        assertThat(problem(read("p.xlsx", protectedXlsx()))).isEqualTo(Kind.PASSWORD_PROTECTED);
        assertThat(problem(read("p.xls", protectedXls()))).isEqualTo(Kind.PASSWORD_PROTECTED);
        assertThat(problem(read("p.ods", protectedOds()))).isEqualTo(Kind.PASSWORD_PROTECTED);
    }

    private static byte[] protectedXlsx() throws Exception {
        try (var system = new POIFSFileSystem();
                var workbook = new XSSFWorkbook()) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("University");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(system)) {
                workbook.write(out);
            }
            var bytes = new ByteArrayOutputStream();
            system.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] protectedXls() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("University");
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /// As the format writes it: the manifest says how each part is encrypted, the parts are noise.
    private static byte[] protectedOds() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            part(zip, "content.xml", "\u0001\u0002noise\u0003");
            part(
                    zip,
                    "META-INF/manifest.xml",
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="9">
                    <manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="x"/>
                    </manifest:file-entry></manifest:manifest>
                    """);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
