package org.kakehashi.intake.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads a text whose lines are in different encodings, as when files were joined: each line in
/// UTF-8 if it can be, else in CP932.
final class LineDecoding {

    private static final Charset CP932 = Charset.forName("windows-31j");

    private static final int ENOUGH = 3;

    private LineDecoding() {}

    static Encodings.Decoded decode(byte[] bytes, int from) {
        var text = new StringBuilder(bytes.length);
        int firstUtf8 = 0;
        int firstOther = 0;
        int line = 1;
        for (int start = from; start < bytes.length; line++) {
            int end = endOfLine(bytes, start);
            var part = Arrays.copyOfRange(bytes, start, end);
            var utf8 = Encodings.strictly(part, 0, StandardCharsets.UTF_8);
            if (utf8.isEmpty() && firstOther == 0) {
                firstOther = line;
            } else if (firstUtf8 == 0 && hasHighBytes(part)) {
                firstUtf8 = line;
            }
            text.append(utf8.orElseGet(() -> new String(part, CP932)));
            start = end;
        }
        boolean mixed = firstUtf8 > 0 && firstOther > 0;
        int where = mixed ? Math.max(firstUtf8, firstOther) : Math.max(firstOther, 1);
        var main = firstUtf8 > 0 && firstUtf8 < firstOther ? StandardCharsets.UTF_8 : CP932;
        return new Encodings.Decoded(text.toString(), main, true, where);
    }

    /// Whether some lines are certainly UTF-8: several characters of three bytes, which the pairs
    /// of other encodings hardly ever imitate.
    static boolean isPartlyUtf8(byte[] bytes) {
        int seen = 0;
        for (int start = 0; start < bytes.length && seen < ENOUGH; ) {
            int end = endOfLine(bytes, start);
            int long3 = 0;
            for (int i = start; i < end; i++) {
                long3 += (bytes[i] & 0xF0) == 0xE0 ? 1 : 0;
            }
            if (long3 > 1) {
                var part = Arrays.copyOfRange(bytes, start, end);
                seen += Encodings.strictly(part, 0, StandardCharsets.UTF_8).isPresent() ? long3 : 0;
            }
            start = end;
        }
        return seen >= ENOUGH;
    }

    private static int endOfLine(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }

    private static boolean hasHighBytes(byte[] part) {
        for (byte b : part) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }
}
