package org.kakehashi.resolver.text;

import com.ibm.icu.text.Transliterator;

/// The Mandarin reading of Han characters without tones, as place names in China are romanised.
public final class Pinyin {

    private static final Transliterator READ =
            Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");

    private Pinyin() {}

    /// The reading as Taiwan romanises names, run together.
    public static String older(String han) {
        StringBuilder letters = new StringBuilder();
        han.codePoints().forEach(c -> letters.append(WadeGiles.of(of(Character.toString(c)))));
        return letters.toString();
    }

    /// Syllables run together: "wuhan" for 武漢 in whatever form.
    public static String of(String han) {
        StringBuilder letters = new StringBuilder();
        READ.transliterate(han)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
