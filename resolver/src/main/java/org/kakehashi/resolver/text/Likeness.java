package org.kakehashi.resolver.text;

import java.util.Arrays;
import java.util.Set;

/// How alike a Japanese reading in Latin letters and a foreign word are, sound by sound. Vowels and
/// h, w, y come and go cheaply, consonants of one class replace one another at some cost.
public final class Likeness {

    private static final double VOWEL = 0.30;
    private static final double PROP = 0.10;
    private static final double MOST = 0.55;
    private static final double NEAR = 0.25;

    /// As before, where the vowel behind keeps voice from being lost: デリー is not Teri.
    private static final double FAR = 0.45;

    /// Letters of a spelling that are hardly spoken.
    private static final double MUTE = 0.20;

    /// Thai speaks a closing l as n.
    private static final double CLOSING_L = 0.5;

    /// What Japanese cannot tell apart: l is always written r, v mostly b.
    private static final double SAME = 0.05;

    private static final Set<String> SAME_SOUNDS =
            Set.of("rl", "kc", "kq", "bv", "sc", "fp", "fv", "jg", "zs", "fh", "jz", "tc");
    private static final int LETTERS = 128;
    private static final boolean[] SAME_SOUND = sameSounds();
    private static final float MUTE_AT_MOST = 0.5f;
    private static final float ROUNDING = 1e-4f;
    private static final boolean[] LIGHT = light();
    private static final double NASALS = 0.6;
    private static final String[] CLASSES = {"tdszjc", "kgqcx", "pbvf"};
    private static final float[][] COSTS = allCosts();
    private static final float[] STRANGE = strange();

    private Likeness() {}

    /// 0 to 1.
    public static double of(String reading, String word) {
        return of(reading, word, 1 - MOST);
    }

    /// 0 to 1, and 0 instead of anything less than `least`: thousands of names are compared, and
    /// nearly all of them may be given up after a few letters.
    public static double of(String reading, String word, double least) {
        int length = word.length();
        int longer = Math.max(reading.length(), length);
        if (longer == 0) {
            return 0;
        }
        float[] silent = new float[length];
        int[] variants = new int[length];
        float most = (float) (longer * (1 - Math.max(least, 1 - MOST))) + ROUNDING;
        if (read(word, silent, variants, consonants(reading)) > most) {
            return 0;
        }
        float[] last = new float[length + 1];
        float[] row = new float[length + 1];
        for (int j = 1; j <= length; j++) {
            last[j] = last[j - 1] + silent[j - 1];
        }
        for (int i = 1; i <= reading.length(); i++) {
            char c = reading.charAt(i - 1);
            float[] costs = costs(c, isSyllabic(reading, i));
            float added = (float) added(c);
            row[0] = last[0] + added;
            float lowest = row[0];
            for (int j = 1; j <= length; j++) {
                float skip = Math.min(last[j] + added, row[j - 1] + silent[j - 1]);
                float other = c == word.charAt(j - 1) ? 0 : costs[variants[j - 1]];
                row[j] = Math.min(skip, last[j - 1] + other);
                lowest = Math.min(lowest, row[j]);
            }
            if (lowest > most) {
                return 0;
            }
            float[] free = last;
            last = row;
            row = free;
        }
        return Math.max(0, 1 - last[length] / longer);
    }

    /// What leaving out each letter costs, and where in a table of costs each letter stands.
    ///
    /// @param spoken consonants of the reading
    /// @return what leaving out the consonants nobody speaks costs at least
    private static double read(String word, float[] silent, int[] variants, int spoken) {
        int full = 0;
        int mute = 0;
        for (int j = 0; j < silent.length; j++) {
            char d = word.charAt(j);
            silent[j] = (float) silent(word, j);
            variants[j] = d < LETTERS ? d * 2 + (isClosed(word, j) ? 1 : 0) : LETTERS * 2;
            boolean light = isLight(d);
            full += !light && silent[j] > MUTE_AT_MOST ? 1 : 0;
            mute += !light && silent[j] <= MUTE_AT_MOST ? 1 : 0;
        }
        int over = full + mute - spoken;
        return over <= 0 ? 0 : Math.min(over, mute) * MUTE + Math.max(0, over - mute);
    }

    private static int consonants(String reading) {
        int consonants = 0;
        for (int i = 0; i < reading.length(); i++) {
            consonants += isLight(reading.charAt(i)) ? 0 : 1;
        }
        return consonants;
    }

    /// Kana put u or o behind a consonant that stands alone.
    private static double added(char c) {
        return c == 'u' || c == 'o' ? PROP : alone(c);
    }

    /// What leaving out a letter of the word costs: r behind a vowel, the first letter of ch and
    /// gn, the second of two, and e at the end are hardly spoken.
    private static double silent(String word, int i) {
        char c = word.charAt(i);
        char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
        boolean mute =
                c == 'r' && (next == 0 || !isLight(next))
                        || c == 'c' && next == 'h'
                        || c == 'g' && next == 'n'
                        || i > 0 && c == word.charAt(i - 1);
        return mute ? Math.min(MUTE, alone(c)) : alone(c);
    }

    /// Whether no vowel follows the letter.
    private static boolean isClosed(String word, int i) {
        return i + 1 == word.length() || !isLight(word.charAt(i + 1));
    }

    private static double alone(char c) {
        return isLight(c) ? VOWEL : 1;
    }

    /// ン before a consonant or at the end may be any nasal; マ is not ナ.
    private static boolean isSyllabic(String reading, int next) {
        return next == reading.length() || !isLight(reading.charAt(next));
    }

    private static double instead(char one, char other, boolean syllabic, boolean closed) {
        if (one == other) {
            return 0;
        }
        if (isNasal(one) && isNasal(other)) {
            return syllabic ? SAME : NASALS;
        }
        if (one == 'n' && other == 'l' && closed) {
            return CLOSING_L;
        }
        if (one < LETTERS && other < LETTERS && SAME_SOUND[one * LETTERS + other]) {
            return SAME;
        }
        if (isLight(one) && isLight(other)) {
            return VOWEL;
        }
        for (String sounds : CLASSES) {
            if (sounds.indexOf(one) >= 0 && sounds.indexOf(other) >= 0) {
                return closed ? NEAR : FAR;
            }
        }
        return 1;
    }

    /// What each letter instead of `c` costs, twice each: before a vowel, and not.
    private static float[] costs(char c, boolean syllabic) {
        return c < LETTERS ? COSTS[c * 2 + (syllabic ? 1 : 0)] : STRANGE;
    }

    private static float[][] allCosts() {
        float[][] all = new float[LETTERS * 2][LETTERS * 2 + 1];
        for (char c = 0; c < LETTERS; c++) {
            all[c * 2][LETTERS * 2] = 1;
            all[c * 2 + 1][LETTERS * 2] = 1;
            for (char d = 0; d < LETTERS; d++) {
                for (int variant = 0; variant < 4; variant++) {
                    all[c * 2 + (variant >> 1)][d * 2 + (variant & 1)] =
                            (float) instead(c, d, variant >> 1 == 1, (variant & 1) == 1);
                }
            }
        }
        return all;
    }

    private static float[] strange() {
        float[] costs = new float[LETTERS * 2 + 1];
        Arrays.fill(costs, 1);
        return costs;
    }

    private static boolean[] sameSounds() {
        boolean[] same = new boolean[LETTERS * LETTERS];
        SAME_SOUNDS.forEach(pair -> same[pair.charAt(0) * LETTERS + pair.charAt(1)] = true);
        return same;
    }

    private static boolean[] light() {
        boolean[] light = new boolean[LETTERS];
        "aeiouhwy".chars().forEach(c -> light[c] = true);
        return light;
    }

    private static boolean isNasal(char c) {
        return c == 'n' || c == 'm';
    }

    private static boolean isLight(char c) {
        return c < LETTERS && LIGHT[c];
    }
}
