package org.kakehashi.resolver.text;

import java.util.Set;

/// How alike a Japanese reading in Latin letters and a foreign word are, sound by sound. Vowels and
/// h, w, y come and go cheaply, consonants of one class replace one another at some cost.
public final class Likeness {

    private static final double VOWEL = 0.30;
    private static final double PROP = 0.10;
    private static final double NEAR = 0.25;

    /// What Japanese cannot tell apart: l is always written r, v mostly b.
    private static final double SAME = 0.05;

    private static final Set<String> SAME_SOUNDS =
            Set.of("rl", "kc", "kq", "bv", "sc", "fp", "fv", "jg", "zs", "fh", "jz", "tc");
    private static final int LETTERS = 128;
    private static final boolean[] SAME_SOUND = sameSounds();
    private static final double NASALS = 0.6;
    private static final String[] CLASSES = {"tdszjc", "kgqcx", "pbvf"};

    private Likeness() {}

    /// 0 to 1.
    public static double of(String reading, String word) {
        double[] last = new double[word.length() + 1];
        double[] row = new double[word.length() + 1];
        for (int j = 1; j <= word.length(); j++) {
            last[j] = last[j - 1] + alone(word.charAt(j - 1));
        }
        for (int i = 1; i <= reading.length(); i++) {
            char c = reading.charAt(i - 1);
            row[0] = last[0] + added(c);
            for (int j = 1; j <= word.length(); j++) {
                char d = word.charAt(j - 1);
                double skip = Math.min(last[j] + added(c), row[j - 1] + alone(d));
                row[j] = Math.min(skip, last[j - 1] + instead(c, d, isSyllabic(reading, i)));
            }
            double[] free = last;
            last = row;
            row = free;
        }
        int longer = Math.max(reading.length(), word.length());
        return longer == 0 ? 0 : Math.max(0, 1 - last[word.length()] / longer);
    }

    /// Kana put u or o behind a consonant that stands alone.
    private static double added(char c) {
        return c == 'u' || c == 'o' ? PROP : alone(c);
    }

    private static double alone(char c) {
        return isLight(c) ? VOWEL : 1;
    }

    /// ン before a consonant or at the end may be any nasal; マ is not ナ.
    private static boolean isSyllabic(String reading, int next) {
        return next == reading.length() || !isLight(reading.charAt(next));
    }

    private static double instead(char one, char other, boolean syllabic) {
        if (one == other) {
            return 0;
        }
        if (isNasal(one) && isNasal(other)) {
            return syllabic ? SAME : NASALS;
        }
        if (one < LETTERS && other < LETTERS && SAME_SOUND[one * LETTERS + other]) {
            return SAME;
        }
        if (isLight(one) && isLight(other)) {
            return VOWEL;
        }
        for (String sounds : CLASSES) {
            if (sounds.indexOf(one) >= 0 && sounds.indexOf(other) >= 0) {
                return NEAR;
            }
        }
        return 1;
    }

    private static boolean[] sameSounds() {
        boolean[] same = new boolean[LETTERS * LETTERS];
        SAME_SOUNDS.forEach(pair -> same[pair.charAt(0) * LETTERS + pair.charAt(1)] = true);
        return same;
    }

    private static boolean isNasal(char c) {
        return c == 'n' || c == 'm';
    }

    private static boolean isLight(char c) {
        return "aeiouhwy".indexOf(c) >= 0;
    }
}
