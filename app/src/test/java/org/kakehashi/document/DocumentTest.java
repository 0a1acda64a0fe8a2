package org.kakehashi.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeAll;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Recurring;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Base of tests with documents of one agreement of the school of science.
abstract class DocumentTest extends ApplicationTest {
    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Documents documents;
    @Autowired List<Recurring> recurring;

    UUID agreement;

    @BeforeAll
    void anAgreementOfScience() {
        agreement =
                CurrentUser.SYSTEM.call(() -> {
                    UUID science =
                            units.list().stream()
                                    .filter(unit -> unit.code().equals("SCI"))
                                    .findFirst()
                                    .orElseThrow()
                                    .id();
                    return agreements.create(
                            AgreementContent.of(
                                    AgreementContent.Level.UNIVERSITY,
                                    List.of(),
                                    Term.UNKNOWN,
                                    List.of(Party.written("Somewhere College", null)),
                                    List.of(HomeUnit.responsible(science))));
                });
    }

    /// Does what runs in the background, now.
    void background(String name) {
        CurrentUser.SYSTEM.run(
                recurring.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow()
                        ::run);
    }

    UUID keep(String name, Language language, boolean restricted, byte[] content) {
        return CurrentUser.SYSTEM.call(() ->
                documents.add(
                        "agreement",
                        agreement,
                        new Document.Details(
                                "other",
                                new Bilingual(null, name),
                                language,
                                restricted,
                                "",
                                documents.today()),
                        new Incoming(name, "", "", new ByteArrayInputStream(content))));
    }

    Document document(UUID id) {
        return CurrentUser.SYSTEM.call(() -> documents.get(id));
    }

    static byte[] word(String body) {
        return zip(
                Map.of(
                        "word/document.xml",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                + body
                                + "</w:body></w:document>"));
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static PDDocument pdf(int pages) {
        try {
            PDDocument pdf = new PDDocument();
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (var text = new PDPageContentStream(pdf, page)) {
                    text.beginText();
                    text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                    text.newLineAtOffset(72, 700);
                    text.showText("Memorandum page " + i);
                    text.endText();
                }
            }
            return pdf;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(PDDocument pdf) {
        try (pdf) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
