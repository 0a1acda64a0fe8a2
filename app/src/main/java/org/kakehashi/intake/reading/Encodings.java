package org.kakehashi.intake.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds out in which encoding a text file was saved.
final class Encodings {

    /// Decoded text.
    ///
    /// @param firstMixedLine the first line that is not in the encoding of the rest; 0 if all are
    record Decoded(String text, Charset charset, boolean guessed, int firstMixedLine) {}

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final List<Charset> OTHERS =
            List.of(
                    CP932,
                    Charset.forName("EUC-JP"),
                    Charset.forName("x-windows-949"),
                    Charset.forName("GB18030"),
                    Charset.forName("Big5"),
                    Charset.forName("windows-1252"),
                    Charset.forName("windows-1250"),
                    Charset.forName("windows-1251"),
                    Charset.forName("windows-1254"),
                    Charset.forName("windows-1253"),
                    Charset.forName("x-windows-874"),
                    Charset.forName("KOI8-R"));
    private static final int SAMPLE = 200_000;

    private Encodings() {}

    static Decoded decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(bytes, 3);
        }
        if (isUtf16(bytes)) {
            return utf16(bytes);
        }
        var utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return new Decoded(utf8.get(), StandardCharsets.UTF_8, false, 0);
        }
        return LineDecoding.isPartlyUtf8(bytes)
                ? LineDecoding.decode(bytes, 0)
                : likeliest(bytes).orElseGet(() -> LineDecoding.decode(bytes, 0));
    }

    private static Decoded utf8(byte[] bytes, int from) {
        return strictly(bytes, from, StandardCharsets.UTF_8)
                .map(text -> new Decoded(text, StandardCharsets.UTF_8, false, 0))
                .orElseGet(() -> LineDecoding.decode(bytes, from));
    }

    private static Decoded utf16(byte[] bytes) {
        boolean marked = startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE);
        boolean bigEndian =
                marked ? bytes[0] == (byte) 0xFE : zerosAt(bytes, 0) > zerosAt(bytes, 1);
        var charset = bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        int from = marked ? 2 : 0;
        return new Decoded(
                new String(bytes, from, bytes.length - from, charset), charset, false, 0);
    }

    /// UTF-16 has a byte order mark, or zeros in every other byte wherever it is Latin text.
    static boolean isUtf16(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return true;
        }
        int even = zerosAt(bytes, 0);
        int odd = zerosAt(bytes, 1);
        int enough = Math.min(bytes.length, SAMPLE) / 20;
        return bytes.length > 3 && (even == 0 && odd > enough || odd == 0 && even > enough);
    }

    private static int zerosAt(byte[] bytes, int parity) {
        int zeros = 0;
        for (int i = parity; i < Math.min(bytes.length, SAMPLE); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private record Candidate(Decoded decoded, double score) {}

    /// All encodings compete: how plausible the text is that they give, and how well the sequences
    /// of letters fit the languages written in them.
    private static Optional<Decoded> likeliest(byte[] bytes) {
        var frequencies = new LetterFrequencies(bytes);
        var candidates = new ArrayList<Candidate>();
        for (var charset : OTHERS) {
            strictly(bytes, 0, charset)
                    .ifPresent(text ->
                            candidates.add(
                                    new Candidate(
                                            new Decoded(text, charset, true, 0),
                                            TextLikelihood.of(text, charset)
                                                    + frequencies.fit(charset))));
        }
        return candidates.stream()
                .max(Comparator.comparingDouble(Candidate::score))
                .filter(best -> best.score() > 0)
                .map(Candidate::decoded);
    }

    static Optional<String> strictly(byte[] bytes, int from, Charset charset) {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            CharBuffer text = decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return Optional.of(text.toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
