package org.kakehashi.document.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.kakehashi.document.PdfSignature;

/// Words, pages and signatures of a PDF.
final class PdfReading {
    private static final int MOST_PAGES = 3000;

    private PdfReading() {}

    /// Opens a PDF so that what does not fit is kept on disk, not in memory.
    static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(
                file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    static ReadText read(Path file, Deadline deadline) throws IOException {
        try (PDDocument pdf = open(file)) {
            int pages = pdf.getNumberOfPages();
            BoundedText text = new BoundedText();
            PDFTextStripper stripper = new PDFTextStripper();
            boolean more = true;
            for (int page = 1; more && page <= Math.min(pages, MOST_PAGES); page++) {
                deadline.check();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                more = text.add(stripper.getText(pdf)) && text.add(" ");
            }
            return ReadText.of(text, pages, signatures(pdf, file));
        } catch (InvalidPasswordException e) {
            return ReadText.of(ReadText.State.LOCKED);
        }
    }

    private static List<PdfSignature> signatures(PDDocument pdf, Path file) throws IOException {
        return PdfSignatures.of(pdf, file);
    }
}
