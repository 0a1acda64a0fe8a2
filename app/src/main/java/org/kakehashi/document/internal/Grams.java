package org.kakehashi.document.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/// Pairs of neighbouring letters of Chinese characters and kana: what finds words of two letters in
/// Japanese text, where no spaces part them and three-letter indexes see nothing.
final class Grams {
    private Grams() {}

    static Set<String> of(String text) {
        Set<String> grams = new LinkedHashSet<>();
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            boolean written = isWritten(letter);
            if (written && before >= 0) {
                grams.add(Character.toString(before) + Character.toString(letter));
            }
            before = written ? letter : -1;
            i += Character.charCount(letter);
        }
        return grams;
    }

    private static boolean isWritten(int letter) {
        return letter == 'ー'
                || switch (Character.UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                    default -> false;
                };
    }
}
