package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finding and leaving out brackets, also nested and full-width ones.
final class Brackets {

    /// @param start where the opening bracket stands
    /// @param end after the closing bracket
    record Bracket(int start, int end, String content) {}

    private static final Pattern UNBALANCED = Pattern.compile("\\s*\\([^()]*$");

    private Brackets() {}

    /// Full-width brackets as ordinary ones; other characters stay.
    static String plain(String text) {
        return text.replace('（', '(')
                .replace('）', ')')
                .replace('［', '[')
                .replace('］', ']')
                .replace('〔', '[')
                .replace('〕', ']')
                .replace('【', '[')
                .replace('】', ']');
    }

    /// The outermost brackets of the kind.
    static List<Bracket> find(String text, char open, char close) {
        var found = new ArrayList<Bracket>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == open && depth++ == 0) {
                start = i;
            } else if (c == close && depth > 0 && --depth == 0) {
                found.add(new Bracket(start, i + 1, text.substring(start + 1, i).strip()));
            }
        }
        return found;
    }

    static String without(String text, Bracket bracket) {
        return text.substring(0, bracket.start()).stripTrailing()
                + joint(text, bracket)
                + text.substring(bracket.end()).stripLeading();
    }

    private static String joint(String text, Bracket bracket) {
        var after = text.substring(bracket.end()).stripLeading();
        boolean none =
                after.isEmpty() || ",.;、/".indexOf(after.charAt(0)) >= 0 || bracket.start() == 0;
        boolean cjk = !after.isEmpty() && Words.isCjk(after.codePointAt(0));
        return none || cjk ? "" : " ";
    }

    static String withoutAll(String text) {
        var shorter = text;
        for (var found = find(shorter, '(', ')');
                !found.isEmpty();
                found = find(shorter, '(', ')')) {
            shorter = without(shorter, found.getFirst());
        }
        return UNBALANCED.matcher(shorter).replaceFirst("").strip();
    }

    /// Splits at the separators that stand outside brackets.
    static List<String> split(String text, String separators) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : 0;
            depth -= (c == ')' || c == ']') && depth > 0 ? 1 : 0;
            if (depth == 0 && separators.indexOf(c) >= 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
