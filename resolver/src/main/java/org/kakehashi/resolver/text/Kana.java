package org.kakehashi.resolver.text;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads katakana: into Latin letters, and into the consonant skeletons of [Sound].
public final class Kana {

    private record Syllable(String consonant, String vowel) {}

    private static final Map<Character, Syllable> SYLLABLES = load();
    private static final String SMALL = "ァィゥェォャュョヮ";
    private static final String SMALL_VOWELS = "aiueoauoa";

    private Kana() {}

    /// The reading in Latin letters; length marks and doubling are dropped, digits kept.
    public static String roman(String kana) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < kana.length(); i++) {
            Syllable syllable = syllable(kana, i);
            out.append(syllable.consonant()).append(syllable.vowel());
        }
        return out.toString();
    }

    /// Skeletons of the reading; a plain フ may stand for f or for h.
    public static Set<String> skeletons(String kana) {
        Set<String> skeletons = new LinkedHashSet<>();
        for (String f : List.of("P", "")) {
            String skeleton = skeleton(kana, f);
            skeletons.add(begins(kana, f) ? skeleton : Sound.OPEN + skeleton);
        }
        return skeletons;
    }

    /// Whether the reading begins with a consonant that is never silent.
    private static boolean begins(String kana, String f) {
        boolean plain = kana.charAt(0) == 'フ' && !isSmall(kana, 1);
        return plain ? !f.isEmpty() : !soundClass(syllable(kana, 0).consonant()).isEmpty();
    }

    private static String skeleton(String kana, String f) {
        String skeleton = "";
        for (int i = 0; i < kana.length(); i++) {
            String consonant = syllable(kana, i).consonant();
            boolean plain = kana.charAt(i) == 'フ' && !isSmall(kana, i + 1);
            skeleton = Sound.join(skeleton, plain ? f : soundClass(consonant));
        }
        return skeleton;
    }

    private static String soundClass(String consonant) {
        if (consonant.isEmpty() || Character.isDigit(consonant.charAt(0))) {
            return consonant;
        }
        return switch (consonant.charAt(0)) {
            case 'k', 'g' -> "K";
            case 's', 'z', 't', 'd', 'j', 'c' -> "T";
            case 'p', 'b', 'v', 'f' -> "P";
            case 'm', 'n' -> "N";
            case 'r' -> "R";
            default -> "";
        };
    }

    /// The syllable at `i`; its vowel is that of a small kana following, which itself is silent.
    private static Syllable syllable(String kana, int i) {
        char c = kana.charAt(i);
        if (SMALL.indexOf(c) >= 0) {
            return new Syllable("", i == 0 ? vowel(c) : "");
        }
        Syllable plain = SYLLABLES.get(c);
        if (plain == null) {
            return new Syllable(Character.isDigit(c) ? String.valueOf(c) : "", "");
        }
        if (!isSmall(kana, i + 1)) {
            return plain;
        }
        String glide = c == 'ウ' ? "w" : c == 'イ' ? "y" : plain.consonant();
        return new Syllable(glide, vowel(kana.charAt(i + 1)));
    }

    private static boolean isSmall(String kana, int i) {
        return i < kana.length() && SMALL.indexOf(kana.charAt(i)) >= 0;
    }

    private static String vowel(char small) {
        int at = SMALL.indexOf(small);
        return SMALL_VOWELS.substring(at, at + 1);
    }

    private static Map<Character, Syllable> load() {
        Map<Character, Syllable> syllables = new HashMap<>();
        for (String[] row : Tables.rows("kana.tsv")) {
            syllables.put(row[0].charAt(0), new Syllable(row[1], row[2]));
        }
        return Map.copyOf(syllables);
    }
}
