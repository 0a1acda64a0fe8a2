package org.kakehashi.resolver.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Folds single characters: width, case, diacritics, character forms. Letters become letters,
/// apostrophes vanish, every other character becomes one of the marks below.
public final class Fold {

    /// Separates words.
    public static final char SPACE = ' ';

    /// Separates parts of an address or several names.
    public static final char BREAK = ',';

    public static final char OPEN = '(';
    public static final char CLOSE = ')';

    /// Joins words, or separates parts when spaces stand around it.
    public static final char DASH = '-';

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII; Lower");
    private static final String APOSTROPHES = "'’‘‛ʹʻʼʽʾʿˈ`´′＇";
    private static final String BREAKS = ",;:|/\n\r\t、，；：。｜／؛،•●■◆※♦★☆→";
    private static final String OPENS = "([{<（［｛〔【「『《〈＜«“„";
    private static final String CLOSES = ")]}>）］｝〕】」』》〉＞»”";
    private static final String DASHES = "-‐‑‒–—―−~〜～";
    private static final AtomicReferenceArray<String> CACHE = new AtomicReferenceArray<>(0x10000);

    private Fold() {}

    /// The folded form of one code point: letters and digits, one mark, or nothing.
    public static String of(int codePoint) {
        if (codePoint >= 0x10000) {
            return compute(codePoint);
        }
        String known = CACHE.get(codePoint);
        if (known == null) {
            known = compute(codePoint).intern();
            CACHE.set(codePoint, known);
        }
        return known;
    }

    public static boolean isMark(char c) {
        return c == SPACE || c == BREAK || c == OPEN || c == CLOSE || c == DASH;
    }

    private static String compute(int cp) {
        if (cp == '&' || cp == '＆') {
            return " and ";
        }
        if (APOSTROPHES.indexOf(cp) >= 0 || isInvisible(cp)) {
            return "";
        }
        char mark = mark(cp);
        return mark != 0 ? String.valueOf(mark) : letters(cp);
    }

    private static char mark(int cp) {
        if (BREAKS.indexOf(cp) >= 0) {
            return BREAK;
        }
        if (OPENS.indexOf(cp) >= 0) {
            return OPEN;
        }
        if (CLOSES.indexOf(cp) >= 0) {
            return CLOSE;
        }
        return DASHES.indexOf(cp) >= 0 ? DASH : 0;
    }

    private static boolean isInvisible(int cp) {
        int type = Character.getType(cp);
        return type == Character.FORMAT
                || type == Character.CONTROL && !Character.isWhitespace(cp)
                || UCharacter.hasBinaryProperty(cp, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static String letters(int cp) {
        StringBuilder out = new StringBuilder();
        String folded = CASEFOLD.normalize(Character.toString(cp));
        folded.codePoints().forEach(c -> appendLetter(out, c));
        return out.isEmpty() ? (isCombining(cp) ? "" : " ") : out.toString();
    }

    private static boolean isCombining(int cp) {
        int type = Character.getType(cp);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static void appendLetter(StringBuilder out, int cp) {
        switch (UScript.getScript(cp)) {
            case UScript.HAN -> out.appendCodePoint(HanForms.fold(cp));
            case UScript.HIRAGANA -> out.append((char) (cp <= 0x3096 ? cp + 0x60 : cp));
            case UScript.LATIN -> appendPlain(out, ASCII.transliterate(Character.toString(cp)));
            case UScript.CYRILLIC, UScript.GREEK -> appendBase(out, cp);
            default -> appendOther(out, cp);
        }
    }

    private static void appendBase(StringBuilder out, int cp) {
        appendPlain(out, DECOMPOSE.normalize(Character.toString(cp)));
    }

    private static void appendPlain(StringBuilder out, String text) {
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> out.append((char) c));
    }

    private static void appendOther(StringBuilder out, int cp) {
        int type = Character.getType(cp);
        boolean keeps =
                Character.isLetterOrDigit(cp)
                        || type == Character.COMBINING_SPACING_MARK
                        || type == Character.NON_SPACING_MARK && isLetterVowel(cp);
        if (keeps) {
            out.appendCodePoint(cp);
        }
    }

    /// In these scripts a mark is a vowel and not an accent.
    private static boolean isLetterVowel(int cp) {
        return switch (UScript.getScript(cp)) {
            case UScript.INHERITED, UScript.COMMON, UScript.ARABIC, UScript.HEBREW -> false;
            default -> true;
        };
    }
}
