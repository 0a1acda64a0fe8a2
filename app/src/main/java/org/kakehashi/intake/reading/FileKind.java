package org.kakehashi.intake.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// What the first bytes of a file say it is.
enum FileKind {
    ZIP,
    OLE,
    TEXT,
    WEB_PAGE,
    OTHER;

    private static final int SAMPLE = 4096;
    private static final byte[] ZIP_START = {'P', 'K'};
    private static final byte[] OLE_START = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        if (startsWith(head, ZIP_START)) {
            return ZIP;
        }
        if (startsWith(head, OLE_START)) {
            return OLE;
        }
        if (isBinary(head)) {
            return OTHER;
        }
        var text =
                new String(head, StandardCharsets.ISO_8859_1)
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        var page =
                text.startsWith("<!doctype html")
                        || text.startsWith("<html")
                        || text.startsWith("<?xml");
        return page ? WEB_PAGE : TEXT;
    }

    private static boolean startsWith(byte[] head, byte[] start) {
        return head.length >= start.length
                && Arrays.equals(head, 0, start.length, start, 0, start.length);
    }

    /// Control characters do not occur in text, except in UTF-16, where every other byte may be
    /// zero.
    private static boolean isBinary(byte[] head) {
        if (Encodings.isUtf16(head)) {
            return false;
        }
        int odd = 0;
        for (byte b : head) {
            boolean control =
                    b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != 0x0C
                            && b != 0x1B;
            odd += control ? 1 : 0;
        }
        var pdf = new String(head, 0, Math.min(5, head.length), StandardCharsets.ISO_8859_1);
        return pdf.startsWith("%PDF-") || odd > head.length / 200;
    }
}
