package org.kakehashi.resolver.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The Korean reading of names written in Han characters, as Japanese lists write them: 慶北大学校 is
/// read 경북대학교.
public final class Hanja {

    private static final Map<Character, Character> READINGS = load();
    private static final int FIRST = 0xAC00;
    private static final int PER_INITIAL = 588;
    private static final int PER_VOWEL = 28;
    private static final int NIEUN = 2;
    private static final int RIEUL = 5;
    private static final int IEUNG = 11;

    /// Vowels ya, yae, yeo, ye, yo, yu, i by their order in Unicode.
    private static final Set<Integer> Y_VOWELS = Set.of(2, 3, 6, 7, 12, 17, 20);

    private static final char WOMAN = '女';
    private static final char WOMAN_READ = '여';

    private Hanja() {}

    /// The reading in hangul of a folded run; empty when a character's reading is unknown.
    public static String reading(String run) {
        StringBuilder hangul = new StringBuilder();
        for (int i = 0; i < run.length(); i++) {
            Character read = READINGS.get(run.charAt(i));
            if (read == null) {
                return "";
            }
            boolean woman = run.charAt(i) == WOMAN;
            hangul.append(woman ? WOMAN_READ : i == 0 ? initial(read) : read.charValue());
        }
        return hangul.toString();
    }

    /// At the beginning of a word r becomes n, and r or n before i and y falls silent.
    private static char initial(char syllable) {
        int index = syllable - FIRST;
        int consonant = index / PER_INITIAL;
        int rest = index % PER_INITIAL;
        if (consonant != NIEUN && consonant != RIEUL) {
            return syllable;
        }
        boolean silent = Y_VOWELS.contains(rest / PER_VOWEL);
        return (char) (FIRST + (silent ? IEUNG : NIEUN) * PER_INITIAL + rest);
    }

    private static Map<Character, Character> load() {
        Map<Character, Character> readings = new HashMap<>();
        for (String[] row : Tables.rows("hanja.tsv")) {
            readings.put(Fold.of(row[0].codePointAt(0)).charAt(0), row[1].charAt(0));
        }
        return Map.copyOf(readings);
    }
}
