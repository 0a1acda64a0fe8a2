package org.kakehashi.resolver.text;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Forgives spelling: abbreviations, small words, umlauts written as two letters, long vowels of
/// romanised Japanese, sounds of kana. What this makes equal is nearly, not surely, the same.
public final class Loose {

    private static final Map<String, String> ABBREVIATIONS = Tables.pairs("abbreviations.tsv");
    private static final Set<String> SMALL =
            Tables.rows("small-words.tsv").stream()
                    .map(row -> row[0])
                    .collect(Collectors.toUnmodifiableSet());
    private static final String KANA = "ァィゥェォャュョッヮヴヂヅヲヶヵ";
    private static final String KANA_FOLDED = "アイウエオヤユヨツワブジズオケカ";

    private Loose() {}

    /// Words that carry no meaning in a name, in folded form.
    public static boolean isSmall(String word) {
        return SMALL.contains(word);
    }

    /// Short or variant forms of everyday words, in folded form.
    public static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.containsKey(word);
    }

    /// The loose form of a unit; empty when it carries no meaning.
    public static String unit(String folded) {
        if (Scripts.isEastAsian(folded.charAt(0))) {
            return eastAsian(folded);
        }
        if (SMALL.contains(folded)) {
            return "";
        }
        return spelling(ABBREVIATIONS.getOrDefault(folded, folded));
    }

    private static String eastAsian(String unit) {
        char c = unit.charAt(0);
        if (c == 'ー') {
            return "";
        }
        int at = KANA.indexOf(c);
        return at < 0 ? unit : String.valueOf(KANA_FOLDED.charAt(at));
    }

    /// ae, oe, ue lose their e; oo, ou, uu, aa, ii become short; m before b, m, p becomes n.
    static String spelling(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char last = out.isEmpty() ? 0 : out.charAt(out.length() - 1);
            if (!isDropped(last, c)) {
                out.append(c == 'm' && precedesLabial(word, i) ? 'n' : c);
            }
        }
        return out.toString();
    }

    private static boolean isDropped(char last, char c) {
        return switch (c) {
            case 'e' -> last == 'a' || last == 'o' || last == 'u';
            case 'u' -> last == 'o' || last == 'u';
            case 'o', 'a', 'i' -> last == c;
            default -> false;
        };
    }

    private static boolean precedesLabial(String word, int i) {
        return i + 1 < word.length() && "bmp".indexOf(word.charAt(i + 1)) >= 0;
    }
}
