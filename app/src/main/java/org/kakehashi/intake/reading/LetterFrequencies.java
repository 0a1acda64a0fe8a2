package org.kakehashi.intake.reading;

import com.ibm.icu.text.CharsetDetector;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/// What ICU's statistics of letter sequences say about the encoding of a text. They know few
/// languages and need long texts, so they only weigh in.
final class LetterFrequencies {

    /// How much a certain statistic counts against the plausibility of the text, which is about 1.
    private static final double WEIGHT = 0.6;

    private static final int SAMPLE = 50_000;
    private static final Map<String, String> NAMES =
            Map.of(
                    "Shift_JIS", "windows-31j",
                    "EUC-KR", "x-windows-949",
                    "ISO-8859-1", "windows-1252",
                    "ISO-8859-2", "windows-1250",
                    "ISO-8859-7", "windows-1253",
                    "ISO-8859-9", "windows-1254");

    private final Map<String, Double> confidence = new HashMap<>();

    LetterFrequencies(byte[] bytes) {
        var detector = new CharsetDetector();
        detector.setText(words(bytes));
        for (var match : detector.detectAll()) {
            var name = NAMES.getOrDefault(match.getName(), match.getName());
            confidence.merge(name, match.getConfidence() / 100.0, Math::max);
        }
    }

    /// Numbers and punctuation say nothing.
    private static byte[] words(byte[] bytes) {
        var words = new ByteArrayOutputStream();
        for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
            byte b = bytes[i];
            boolean letter = b < 0 || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            boolean second = i > 0 && bytes[i - 1] < 0;
            words.write(letter || second ? b : ' ');
        }
        return words.toByteArray();
    }

    double fit(Charset charset) {
        return WEIGHT * confidence.getOrDefault(charset.name(), 0.0);
    }
}
