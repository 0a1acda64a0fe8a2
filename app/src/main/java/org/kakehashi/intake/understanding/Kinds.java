package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Kinds of agreement in words (`kinds.tsv`).
final class Kinds {

    private static final String GENERAL = "academic";
    private static final Map<String, WordMatcher> PATTERNS = patterns();

    private Kinds() {}

    private static Map<String, WordMatcher> patterns() {
        var patterns = new LinkedHashMap<String, WordMatcher>();
        VocabularyFile.read("kinds.tsv")
                .forEach((kind, words) -> patterns.put(kind, new WordMatcher(words)));
        return patterns;
    }

    /// The kinds that the text names; the general one only if there is no other.
    static List<String> in(String text) {
        var kinds = new ArrayList<String>();
        PATTERNS.forEach((kind, words) -> {
            if (words.isIn(text)) {
                kinds.add(kind);
            }
        });
        if (kinds.size() > 1) {
            kinds.remove(GENERAL);
        }
        if (kinds.size() > 1) {
            kinds.remove("program");
        }
        return kinds;
    }

    static boolean isIn(String text) {
        return PATTERNS.values().stream().anyMatch(words -> words.isIn(text));
    }

    /// Whether the text speaks of an agreement.
    static boolean namesAgreement(String text) {
        return Words.AGREEMENT.isIn(text);
    }
}
