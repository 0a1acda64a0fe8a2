package org.kakehashi.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings differently typed spellings of the same text to one form, for comparison only; what is
/// stored and shown is always the text as written.
public final class TextFolding {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200B-\\u200D\\uFEFF]+");
    private static final Pattern LATIN_MARKS = Pattern.compile("[\\u0300-\\u036F]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String SMALL_KANA = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE_KANA = "アイウエオツヤユヨワカケ";

    private TextFolding() {}

    /// Full-width forms become ordinary ones, every run of white space one blank.
    public static String tidy(String text) {
        return tidySpaces(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /// Every run of white space (line breaks too) becomes one blank; characters stay as typed.
    public static String tidySpaces(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /// Words in lower case without accents, punctuation and width, divided by one blank.
    public static String words(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        folded = withoutAccents(folded.replace("&", " and ")).replace("'", "").replace("’", "");
        return NOT_WORD.matcher(folded).replaceAll(" ").strip();
    }

    /// [#words] without the blanks, small kana as large ones: the key under which names are found.
    public static String key(String text) {
        return largeKana(words(text).replace(" ", ""));
    }

    private static String withoutAccents(String text) {
        var plain = new StringBuilder(text.length());
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (char c : LATIN_MARKS.matcher(decomposed).replaceAll("").toCharArray()) {
            plain.append(
                    switch (c) {
                        case 'ł' -> "l";
                        case 'ø' -> "o";
                        case 'đ', 'ð' -> "d";
                        case 'ı' -> "i";
                        case 'ß' -> "ss";
                        case 'æ' -> "ae";
                        case 'œ' -> "oe";
                        default -> c;
                    });
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static String largeKana(String text) {
        var large = new StringBuilder(text);
        for (int i = 0; i < large.length(); i++) {
            int small = SMALL_KANA.indexOf(large.charAt(i));
            if (small >= 0) {
                large.setCharAt(i, LARGE_KANA.charAt(small));
            }
        }
        return large.toString();
    }
}
