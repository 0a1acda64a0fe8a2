package org.kakehashi.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.kakehashi.support.Visitor;

/// Words are found, pages are seen, and hostile contents do nothing.
class DocumentContentPageTests extends DocumentTest {
    @Test
    void wordsAreFoundInBothLanguagesWithTheirSurroundings() {
        UUID word =
                keep(
                        "text.docx",
                        Language.JA,
                        false,
                        word(
                                "<w:p><w:r><w:t>両大学は学術</w:t></w:r><w:r><w:t>交流を推進する。</w:t></w:r></w:p><w:p><w:r><w:t>Ｊｏｉｎｔ"
                                        + " Research Agreement</w:t></w:r></w:p>"));
        UUID pdf = keep("pages.pdf", Language.EN, false, bytes(pdf(2)));
        UUID secret = keep("secret.txt", Language.EN, true, "the hidden clause".getBytes(UTF_8));
        background("document.examine");
        Visitor office = signedInAs("office");
        var found = office.get("/documents?q=" + encoded("交流")).select("#document-list");
        assertThat(found.select("tbody a[href$=" + word + "]")).hasSize(1);
        assertThat(found.select("mark").text()).isEqualTo("交流");
        assertThat(found.text()).contains("学術交流を推進する");
        assertThat(
                        office.get("/documents?q=joint+agreements")
                                .select("tbody a[href$=" + word + "]"))
                .hasSize(1);
        assertThat(office.get("/documents?q=memorandum").select("tbody a[href$=" + pdf + "]"))
                .hasSize(1);
        assertThat(office.get("/documents?q=" + encoded("流交")).select("tbody tr")).isEmpty();
        assertThat(office.get("/documents?q=" + encoded("100%_")).select("tbody tr")).isEmpty();
        assertThat(office.get("/search?q=" + encoded("学術交流")).text()).contains("text.docx");
        assertThat(office.get("/documents?q=hidden").select("tbody a[href$=" + secret + "]"))
                .hasSize(1);
        Visitor member = signedInAs("member");
        assertThat(member.get("/documents?q=hidden").text()).doesNotContain("hidden clause");
        assertThat(member.get("/search?q=hidden").select("main").text())
                .doesNotContain("secret.txt", "clause");
    }

    @Test
    void anOfficeFileAsProgramsWriteItIsKnownForWhatItIs() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var word = new org.apache.poi.xwpf.usermodel.XWPFDocument()) {
            word.createParagraph().createRun().setText("国際共修の覚書");
            word.write(out);
        }
        var book = new java.io.ByteArrayOutputStream();
        try (var sheets = new org.apache.poi.xssf.usermodel.XSSFWorkbook()) {
            sheets.createSheet().createRow(0).createCell(0).setCellValue("受入れ人数");
            sheets.write(book);
        }
        UUID text = keep("real.docx", Language.JA, false, out.toByteArray());
        UUID table = keep("real.xlsx", Language.JA, false, book.toByteArray());
        background("document.examine");
        Visitor office = signedInAs("office");
        assertThat(office.get("/documents/" + text).select("main").text())
                .contains("Word document")
                .doesNotContain("Ending does not fit");
        assertThat(office.get("/documents/" + table).select("main").text())
                .contains("Excel workbook")
                .doesNotContain("Ending does not fit");
        assertThat(office.get("/documents?q=" + encoded("共修")).select("tbody tr")).hasSize(1);
        assertThat(office.get("/documents?q=" + encoded("受入れ")).select("tbody tr")).hasSize(1);
    }

    @Test
    void thePagesOfALongPdfAreDrawnOneByOne() throws Exception {
        UUID id = keep("scan.pdf", Language.EN, false, bytes(pdf(200)));
        background("document.examine");
        Visitor office = signedInAs("office");
        String base = "/documents/" + id + "/versions/1/preview";
        assertThat(office.get(base + "?page=200").select("figure img").attr("alt"))
                .contains("Page 200 of 200");
        var page = office.download(base + "/200.png");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        var image = ImageIO.read(new ByteArrayInputStream(page.body()));
        assertThat(image.getWidth()).isBetween(800, 1600);
        assertThat(inked(image)).isTrue();
        assertThat(office.status(base + "/201.png")).isEqualTo(400);
        assertThat(office.status(base + "/0.png")).isEqualTo(404);
    }

    @Test
    void whatNeedsAPasswordOrIsDamagedSaysSo() throws Exception {
        PDDocument locked = pdf(1);
        StandardProtectionPolicy policy =
                new StandardProtectionPolicy("owner", "reader", new AccessPermission());
        policy.setEncryptionKeyLength(128);
        locked.protect(policy);
        UUID id = keep("locked.pdf", Language.EN, false, bytes(locked));
        UUID broken = keep("broken.pdf", Language.EN, false, "%PDF-1.7\nnothing".getBytes(UTF_8));
        background("document.examine");
        Visitor office = signedInAs("office");
        assertThat(office.get("/documents/" + id + "/versions/1/preview").text())
                .contains("protected by a password");
        assertThat(office.get("/documents/" + id).text()).contains("needs a password");
        assertThat(office.get("/documents/" + broken).text()).contains("could not be read");
        assertThat(office.get("/documents/" + broken + "/versions/1/preview").text())
                .contains("nothing to show");
    }

    @Test
    void hostileContentsAreReadHarmlesslyOrNotAtAll() {
        String outside =
                "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM"
                        + " \"file:///etc/hostname\"><!ENTITY a \"lollol\">]><w:document"
                        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>before"
                        + " &x;&a; after</w:t></w:r></w:p></w:body></w:document>";
        UUID xxe = keep("xxe.docx", Language.EN, false, zip(Map.of("word/document.xml", outside)));
        UUID bomb =
                keep(
                        "bomb.docx",
                        Language.EN,
                        false,
                        word("<w:p>" + " ".repeat(220_000_000) + "</w:p>"));
        UUID script =
                keep(
                        "script.html",
                        Language.EN,
                        false,
                        "<html><body><script>alert(1)</script><p>visible</p></body></html>"
                                .getBytes(UTF_8));
        background("document.examine");
        Visitor office = signedInAs("office");
        assertThat(document(xxe).newest().bytes()).isLessThan(2000);
        assertThat(office.get("/documents?q=lollol").select("tbody tr")).isEmpty();
        assertThat(office.get("/documents/" + bomb).text()).contains("could not be read");
        var shown = office.get("/documents/" + script + "/versions/1/preview");
        assertThat(shown.select("main script")).isEmpty();
        assertThat(shown.select("pre").text()).contains("<script>alert(1)</script>");
        assertThat(office.get("/documents?q=alert").select("tbody tr")).isEmpty();
        assertThat(office.get("/documents?q=visible").select("tbody tr")).hasSize(1);
    }

    @Test
    void aPictureIsDrawnAnewWithoutWhatWasHiddenInIt() throws Exception {
        var drawn =
                new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var out = new java.io.ByteArrayOutputStream();
        ImageIO.write(drawn, "png", out);
        out.write("<script>alert(1)</script>".getBytes(UTF_8));
        UUID id = keep("picture.jpg", Language.UNKNOWN, false, out.toByteArray());
        Visitor office = signedInAs("office");
        assertThat(office.get("/documents/" + id).text()).contains("Ending does not fit");
        byte[] png = office.download("/documents/" + id + "/versions/1/preview/1.png").body();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(40);
        assertThat(new String(png, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    private static boolean inked(java.awt.image.BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                if ((image.getRGB(x, y) & 0xff) < 100) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, UTF_8);
    }
}
