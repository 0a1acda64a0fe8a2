package org.kakehashi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.annotation.Autowired;

/// Templates filled to Word and PDF.
class DocumentTemplatesTests extends DocumentTest {
    private static final String TEMPLATE =
            "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{{par</w:t></w:r><w:r><w:t>tn</w:t></w:r><w:r><w:t>er}} との覚書</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t xml:space=\"preserve\">{{?waiver}}授業料不徴収: {{waiver}}</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t>{{条文}}</w:t></w:r></w:p>"
                    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>種類</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>人数</w:t></w:r></w:p></w:tc></w:tr>"
                    + "<w:tr><w:tc><w:p><w:r><w:t>{{quotas.kind}}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{{quotas.n}} ({{partner}})</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

    @Autowired DocumentTemplates templates;

    @Test
    void fieldsAreFilledAlsoWhereWordSplitThemAndRowsAreRepeated() throws Exception {
        UUID template = keep("template.docx", Language.JA, false, word(TEMPLATE));
        assertThat(CurrentUser.SYSTEM.call(() -> templates.fields(template)))
                .containsExactlyInAnyOrder("partner", "waiver", "条文", "quotas.kind", "quotas.n");
        byte[] docx = fill(template, values("全額 & <免除>"), TemplateFormat.DOCX);
        try (XWPFDocument word = new XWPFDocument(withTypes(docx))) {
            assertThat(word.getParagraphs().get(0).getText()).isEqualTo("Löwen大学 との覚書");
            assertThat(word.getParagraphs().get(0).getRuns().getFirst().isBold()).isTrue();
            assertThat(word.getParagraphs().get(1).getText()).isEqualTo("授業料不徴収: 全額 & <免除>");
            assertThat(word.getParagraphs().get(2).getText()).isEqualTo("第1条\n第2条");
            var table = word.getTables().getFirst();
            assertThat(table.getRows()).hasSize(3);
            assertThat(table.getRow(2).getCell(0).getText()).isEqualTo("大学院");
            assertThat(table.getRow(2).getCell(1).getText()).isEqualTo("3 (Löwen大学)");
        }
        byte[] without = fill(template, values(""), TemplateFormat.DOCX);
        try (XWPFDocument word = new XWPFDocument(withTypes(without))) {
            assertThat(word.getParagraphs().get(1).getText()).isEqualTo("第1条\n第2条");
        }
    }

    @Test
    void thePdfHoldsTheWordsAndTheJapaneseFont() throws Exception {
        UUID template = keep("print.docx", Language.JA, false, word(TEMPLATE));
        byte[] pdf = fill(template, values("全額"), TemplateFormat.PDF);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Löwen大学 との覚書", "授業料不徴収: 全額", "大学院");
            for (var name : read.getPage(0).getResources().getFontNames()) {
                assertThat(read.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
                assertThat(read.getPage(0).getResources().getFont(name).getName())
                        .contains("NotoSansJP");
            }
            assertThat(read.getPage(0).getResources().getFontNames()).isNotEmpty();
        }
        assertThat(pdf.length).isLessThan(300_000);
    }

    @Test
    void whatIsMissingIsNamedAndWhatIsNoTemplateIsRefused() {
        UUID template = keep("missing.docx", Language.JA, false, word(TEMPLATE));
        TemplateValues some =
                new TemplateValues(
                        Map.of("partner", "X"), Map.of("quotas", List.of(Map.of("kind", "学部"))));
        assertThatThrownBy(() -> fill(template, some, TemplateFormat.DOCX))
                .isInstanceOfSatisfying(
                        KakehashiException.class,
                        problem ->
                                assertThat(String.valueOf(problem.arguments().get("fields")))
                                        .contains("quotas.n", "waiver", "条文")
                                        .doesNotContain("partner", "quotas.kind"));
        UUID text = keep("plain.txt", Language.JA, false, "no template".getBytes());
        assertThatThrownBy(() -> fill(text, some, TemplateFormat.DOCX))
                .isInstanceOf(KakehashiException.class);
    }

    private byte[] fill(UUID template, TemplateValues values, TemplateFormat format) {
        return CurrentUser.SYSTEM.call(() -> templates.fill(template, values, format));
    }

    private static TemplateValues values(String waiver) {
        return new TemplateValues(
                Map.of("partner", "Löwen大学", "waiver", waiver, "条文", "第1条\n第2条"),
                Map.of(
                        "quotas",
                        List.of(Map.of("kind", "学部", "n", "5"), Map.of("kind", "大学院", "n", "3"))));
    }

    /// POI asks for the parts that say what is what; our smallest Word file has none.
    private static ByteArrayInputStream withTypes(byte[] docx) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(docx));
                var zip = new java.util.zip.ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new java.util.zip.ZipEntry("[Content_Types].xml"));
            zip.write(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.putNextEntry(new java.util.zip.ZipEntry("_rels/.rels"));
            zip.write(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
