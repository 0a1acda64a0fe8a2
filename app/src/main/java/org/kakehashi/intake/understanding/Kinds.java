package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Kinds of agreement in words (`kinds.tsv`).
final class Kinds {

    private static final String GENERAL = "academic";
    private static final Map<String, Pattern> PATTERNS = patterns();
    private static final Pattern AGREEMENT =
            Pattern.compile(
                    "(?<!\\p{L})(?:agreements?|mou|moa|memorand\\p{L}*|accord|addendum|annex|protocol|contract"
                            + "|arrangement|convenio|convention|umowa|vereinbarung|abkommen)(?!\\p{L})"
                            + "|協定|覚書|協約|契約|협정|협약|协议",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Kinds() {}

    private static Map<String, Pattern> patterns() {
        var patterns = new LinkedHashMap<String, Pattern>();
        VocabularyFile.read("kinds.tsv")
                .forEach((kind, words) -> patterns.put(kind, Words.pattern(words)));
        return patterns;
    }

    /// The kinds that the text names; the general one only if there is no other.
    static List<String> in(String text) {
        var kinds = new ArrayList<String>();
        PATTERNS.forEach((kind, words) -> {
            if (words.matcher(text).find()) {
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
        return PATTERNS.values().stream().anyMatch(words -> words.matcher(text).find());
    }

    /// Whether the text speaks of an agreement.
    static boolean namesAgreement(String text) {
        return AGREEMENT.matcher(text).find();
    }
}
