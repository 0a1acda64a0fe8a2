package org.kakehashi.organization.internal;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/// Spellings of one word that a reader takes for the same, so folded that the key of a word's
/// beginning is always the beginning of the word's key: results never vanish while one types on.
final class Spelling {
    private static final Transliterator ROMAN = Transliterator.getInstance("Katakana-Latin");
    private static final String SMALL_KANA = "ァィゥェォャュョッヮヵヶ";
    private static final String LARGE_KANA = "アイウエオヤユヨツワカケ";

    /// A word wholly of syllables as the Kunrei system writes them, perhaps breaking off.
    private static final Pattern KUNREI =
            Pattern.compile("(?:(?:[kstnhmrgzdbp]y?|[yw])?[aiueo]|n)+(?:[kstnhmrgzdbpyw]y?)?");

    private Spelling() {}

    /// Long vowels short (ou, oo, uu, aa, ii) and umlauts without their e (ae, oe, ue): Touhoku,
    /// Tohoku; Muenchen, Munchen.
    static String loose(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char last = out.isEmpty() ? 0 : out.charAt(out.length() - 1);
            if (!drops(last, c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean drops(char last, char c) {
        return switch (c) {
            case 'e' -> last == 'a' || last == 'o' || last == 'u';
            case 'u' -> last == 'o' || last == 'u';
            case 'o', 'a', 'i' -> last == c;
            default -> false;
        };
    }

    /// Gunma and Gumma: the word with the other nasal before b, m and p; itself where there is
    /// none.
    static String otherNasal(String word) {
        StringBuilder out = new StringBuilder(word);
        for (int i = 0; i + 1 < word.length(); i++) {
            if ("bmp".indexOf(word.charAt(i + 1)) >= 0) {
                char c = word.charAt(i);
                out.setCharAt(i, c == 'm' ? 'n' : c == 'n' ? 'm' : c);
            }
        }
        return out.toString();
    }

    /// Hukusima to Fukushima; the word itself unless it looks like that system.
    static String hepburn(String word) {
        if (!KUNREI.matcher(word).matches()) {
            return word;
        }
        return word.replace("sy", "sh")
                .replace("si", "shi")
                .replace("ty", "ch")
                .replace("ti", "chi")
                .replace("tu", "tsu")
                .replace("hu", "fu")
                .replace("zy", "j")
                .replace("zi", "ji");
    }

    /// Katakana without long vowel marks and small letters.
    static String kana(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            int small = SMALL_KANA.indexOf(c);
            if (c != 'ー') {
                out.append(small < 0 ? c : LARGE_KANA.charAt(small));
            }
        }
        return out.toString();
    }

    /// The loose reading of folded katakana in Latin letters.
    static String roman(String katakana) {
        String latin = ROMAN.transliterate(katakana);
        StringBuilder letters = new StringBuilder(latin.length());
        com.ibm.icu.text.Normalizer2.getNFDInstance()
                .normalize(latin)
                .chars()
                .filter(c -> c >= 'a' && c <= 'z')
                .forEach(c -> letters.append((char) c));
        return loose(letters.toString());
    }
}
