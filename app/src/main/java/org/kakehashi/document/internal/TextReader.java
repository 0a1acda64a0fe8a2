package org.kakehashi.document.internal;

import com.ibm.icu.text.CharsetDetector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads the words of a content, within limits of size, length and time. Office files are read as
/// the XML they are, without resolving anything; nothing is run.
final class TextReader {
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private TextReader() {}

    static ReadText read(Path file, String mediaType, Deadline deadline) throws IOException {
        String type = mediaType.replaceAll(";.*", "");
        if (type.equals(Sniffer.PDF)) {
            return PdfReading.read(file, deadline);
        }
        if (type.equals(Sniffer.ENCRYPTED_OFFICE)) {
            return ReadText.of(ReadText.State.LOCKED);
        }
        if (OfficeXml.reads(type)) {
            return OfficeXml.read(file, type, deadline);
        }
        if (type.startsWith("text/") || type.equals("application/json")) {
            return plain(file, type);
        }
        return ReadText.of(ReadText.State.NONE);
    }

    /// The words of a text file in whatever encoding it seems to be.
    static String text(byte[] bytes) {
        try {
            int whole = bytes.length - cutLetter(bytes);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, whole))
                    .toString();
        } catch (CharacterCodingException e) {
            var match = new CharsetDetector().setText(bytes).detect();
            try {
                Charset charset =
                        match == null
                                ? StandardCharsets.UTF_8
                                : Charset.forName(
                                        match.getName().equals("Shift_JIS")
                                                ? "windows-31j"
                                                : match.getName());
                return new String(bytes, charset);
            } catch (UnsupportedCharsetException unknown) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
    }

    /// How many bytes at the end begin a letter of UTF-8 that goes on after them.
    private static int cutLetter(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int one = bytes[bytes.length - back] & 0xff;
            if (one >= 0xc0) {
                int length = one >= 0xf0 ? 4 : one >= 0xe0 ? 3 : 2;
                return length > back ? back : 0;
            }
            if (one < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    private static ReadText plain(Path file, String type) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        String words = text(bytes);
        BoundedText text = new BoundedText();
        text.add(
                type.equals("text/html")
                        ? words.replaceAll("(?s)<(script|style)\\b.*?</\\1>|<[^>]{0,10000}>", " ")
                        : words);
        return ReadText.of(text, null, List.of());
    }
}
