package org.kakehashi.bench.intake;

import java.text.Normalizer;

/// When two texts count as the same: spaces and width do not matter, letters and case do.
final class Same {

    private Same() {}

    static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ").strip();
    }

    static boolean text(String one, String other) {
        return tidy(one).equals(tidy(other));
    }
}
