package org.kakehashi.document;

import java.io.ByteArrayInputStream;
import org.kakehashi.document.internal.PdfWriter;
import org.kakehashi.document.internal.WordFile;

/// Word files made by other rooms, as PDF with the letters inside.
public final class WordPapers {
    private WordPapers() {}

    public static byte[] pdf(byte[] word) {
        return PdfWriter.pdf(WordFile.read(new ByteArrayInputStream(word)));
    }
}
