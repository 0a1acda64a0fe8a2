package org.kakehashi.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.kakehashi.access.Audit;
import org.kakehashi.document.internal.ContentStore;
import org.kakehashi.document.internal.ExaminationStore;
import org.kakehashi.document.internal.PictureStore;
import org.kakehashi.document.internal.TextPreview;
import org.springframework.stereotype.Service;

/// A look at a version without opening the file itself: pages of a PDF and pictures drawn anew,
/// words as plain text. Whatever a file contains, only its look or its words reach the browser.
@Service
public class DocumentPreviews {
    private static final String PDF = "application/pdf";
    private static final Set<String> IMAGES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff");
    private static final int MOST_PAGES = 1000;
    private static final int CHARACTERS = 20_000;

    private final ExaminationStore examinations;
    private final ContentStore contents;
    private final PictureStore pictures;
    private final Audit audit;

    DocumentPreviews(
            ExaminationStore examinations,
            ContentStore contents,
            PictureStore pictures,
            Audit audit) {
        this.examinations = examinations;
        this.contents = contents;
        this.pictures = pictures;
        this.audit = audit;
    }

    /// How a version can be looked at.
    public enum Way {
        /// Page by page.
        PAGES,
        /// One picture.
        IMAGE,
        /// A text file as it is.
        TEXT,
        /// The words of an office file, without its layout.
        WORDS,
        /// Not yet: nobody has looked into it.
        LATER,
        /// It needs a password.
        LOCKED,
        /// Not at all.
        NONE
    }

    /// @param pages 0 unless it is looked at page by page
    /// @param text empty unless it is looked at as text
    public record Preview(Way way, int pages, String text) {}

    /// What was found inside a version.
    public Findings findings(Document.Version version) {
        return examinations.findings(version.sha256());
    }

    public Preview of(Document document, int number) {
        Document.Version version = Documents.version(document, number);
        note(document, number);
        String type = version.mediaType().replaceAll(";.*", "");
        Findings found = examinations.findings(version.sha256());
        String state = found.state() == null ? "" : found.state();
        if (state.equals("locked")) {
            return new Preview(Way.LOCKED, 0, "");
        }
        if (IMAGES.contains(type)) {
            return new Preview(Way.IMAGE, 1, "");
        }
        if (type.startsWith("text/")) {
            return new Preview(Way.TEXT, 0, text(version.sha256()));
        }
        if (state.isEmpty()) {
            return new Preview(Way.LATER, 0, "");
        }
        Integer pages = found.pages();
        if (type.equals(PDF) && pages != null && pages > 0) {
            return new Preview(Way.PAGES, Math.min(pages, MOST_PAGES), "");
        }
        String words = examinations.beginning(version.sha256(), CHARACTERS);
        return words.isEmpty() ? new Preview(Way.NONE, 0, "") : new Preview(Way.WORDS, 0, words);
    }

    /// One page or the picture, as PNG.
    public byte[] png(Document document, int number, int page) {
        Document.Version version = Documents.version(document, number);
        note(document, number);
        String type = version.mediaType().replaceAll(";.*", "");
        if (!type.equals(PDF) && !IMAGES.contains(type) || page < 1 || page > MOST_PAGES) {
            throw org.kakehashi.kernel.KakehashiException.notFound();
        }
        return pictures.png(version.sha256(), type, page);
    }

    private String text(String sha256) {
        try (InputStream in = contents.open(sha256)) {
            return TextPreview.of(in, CHARACTERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Document document, int number) {
        if (document.details().restricted()) {
            audit.read(
                    "document.read", Documents.SUBJECT, document.id(), Map.of("version", number));
        }
    }
}
