package org.kakehashi.intake.understanding;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.kernel.TextFolding;

/// Sets of words from `words.tsv` and the questions asked of them.
final class Words {

    private static final Map<String, List<String>> FILE = VocabularyFile.read("words.tsv");

    static final Words INSTITUTION = new Words("institution");
    static final Words PART = new Words("part");
    static final Words UNIT = new Words("unit");
    static final Words UNIT_END = new Words("unit_end");
    static final Words TOTAL = new Words("total");
    static final Words NOTE = new Words("note");
    static final Words UNIVERSITY_LEVEL = new Words("university_level");
    static final Words DEPARTMENT_LEVEL = new Words("department_level");
    static final Words CENTRAL = new Words("central");
    static final Words MARK = new Words("mark");
    static final Words NO = new Words("no");
    static final Words NETWORK = new Words("network");

    static final Words AGREEMENT = new Words("agreement");

    private final Set<String> whole = new HashSet<>();
    private final WordMatcher matcher;

    private Words(String category) {
        var words = FILE.getOrDefault(category, List.of());
        words.forEach(word -> whole.add(key(word)));
        matcher = new WordMatcher(words);
    }

    static boolean isCjk(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> c == 'ー';
        };
    }

    private static String key(String text) {
        var key = TextFolding.key(text);
        return key.isEmpty() ? text.strip() : key;
    }

    /// The whole text is one of the words.
    boolean is(String text) {
        return whole.contains(key(text));
    }

    boolean isIn(String text) {
        return matcher.isIn(text);
    }

    boolean begins(String text) {
        return matcher.begins(text);
    }

    boolean ends(String text) {
        return matcher.ends(text);
    }
}
