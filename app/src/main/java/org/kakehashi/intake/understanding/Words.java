package org.kakehashi.intake.understanding;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private final Set<String> whole = new HashSet<>();
    private final Pattern anywhere;
    private final Pattern atStart;
    private final Pattern atEnd;

    private Words(String category) {
        var words = FILE.getOrDefault(category, List.of());
        words.forEach(word -> whole.add(key(word)));
        anywhere = pattern(words);
        var alternatives = anywhere.pattern();
        atStart = compile("^(?:the\\s+)?(?:" + alternatives + ")");
        atEnd = compile("(?:" + alternatives + ")$");
    }

    /// A pattern that finds any of the words, the longest first.
    static Pattern pattern(List<String> words) {
        return compile(
                words.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Words::regex)
                        .collect(Collectors.joining("|")));
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String regex(String word) {
        var quoted =
                word.length() == 1
                        ? Pattern.quote(word)
                        : Pattern.quote(word).replace("*", "\\E[\\p{L}]*\\Q");
        if (word.equals("大学")) {
            return "大学(?!院(?!大学))";
        }
        var alphabetic = word.codePoints().anyMatch(c -> Character.isLetter(c) && !isCjk(c));
        return alphabetic ? "(?<![\\p{L}])" + quoted + "(?![\\p{L}])" : quoted;
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
        return anywhere.matcher(text).find();
    }

    boolean begins(String text) {
        return atStart.matcher(text).find();
    }

    boolean ends(String text) {
        return atEnd.matcher(text).find();
    }

    Pattern pattern() {
        return anywhere;
    }
}
