package org.kakehashi.resolver.text;

/// How alike a Japanese reading in Latin letters and a foreign word are, sound by sound. Vowels and
/// h, w, y come and go cheaply, consonants of one class replace one another at some cost.
public final class Likeness {

    private static final double VOWEL = 0.30;
    private static final double PROP = 0.18;
    private static final double NEAR = 0.25;
    private static final String[] CLASSES = {"tdszjc", "kgqcx", "pbvf", "nm", "rl"};

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
                row[j] = Math.min(skip, last[j - 1] + instead(c, d));
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

    private static double instead(char one, char other) {
        if (one == other) {
            return 0;
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

    private static boolean isLight(char c) {
        return "aeiouhwy".indexOf(c) >= 0;
    }
}
