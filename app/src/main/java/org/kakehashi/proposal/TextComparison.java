package org.kakehashi.proposal;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How two texts differ: paragraph by paragraph, and within a paragraph that changed by words where
/// words are written apart, otherwise by characters.
///
/// @param changed how many paragraphs differ
public record TextComparison(List<Paragraph> paragraphs, int changed) {
    /// A word in letters written apart, a run of digits or of spaces, or a single character.
    private static final Pattern TOKEN =
            Pattern.compile(
                    "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{M}]+|\\p{N}+|\\s+|\\X",
                    Pattern.DOTALL);

    /// Beyond so many pieces a paragraph is shown as replaced.
    private static final int MOST_TOKENS = 20_000;

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    public record Piece(Kind kind, String text) {}

    public record Paragraph(List<Piece> pieces) {
        public boolean same() {
            return pieces.stream().allMatch(one -> one.kind() == Kind.SAME);
        }
    }

    /// A stretch of the one text that stands where a stretch of the other stood.
    private record Change(int at, List<String> old, List<String> young) {}

    static TextComparison of(List<String> before, List<String> after) {
        List<Paragraph> all = new ArrayList<>();
        int at = 0;
        for (Change change : changes(before, after)) {
            before.subList(at, change.at()).forEach(text -> all.add(whole(Kind.SAME, text)));
            changed(change.old(), change.young(), all);
            at = change.at() + change.old().size();
        }
        before.subList(at, before.size()).forEach(text -> all.add(whole(Kind.SAME, text)));
        return new TextComparison(all, (int) all.stream().filter(one -> !one.same()).count());
    }

    /// Paragraphs that were replaced are compared in their order; the rest came or went.
    private static void changed(List<String> old, List<String> young, List<Paragraph> all) {
        int both = Math.min(old.size(), young.size());
        for (int i = 0; i < both; i++) {
            all.add(new Paragraph(within(old.get(i), young.get(i))));
        }
        old.stream().skip(both).forEach(text -> all.add(whole(Kind.REMOVED, text)));
        young.stream().skip(both).forEach(text -> all.add(whole(Kind.ADDED, text)));
    }

    private static List<Piece> within(String old, String young) {
        List<String> before = tokens(old);
        List<String> after = tokens(young);
        if (before.size() + after.size() > MOST_TOKENS) {
            return List.of(new Piece(Kind.REMOVED, old), new Piece(Kind.ADDED, young));
        }
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Change change : changes(before, after)) {
            add(pieces, Kind.SAME, before.subList(at, change.at()));
            add(pieces, Kind.REMOVED, change.old());
            add(pieces, Kind.ADDED, change.young());
            at = change.at() + change.old().size();
        }
        add(pieces, Kind.SAME, before.subList(at, before.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", tokens)));
        }
    }

    /// What came and what went at one place is one change.
    private static List<Change> changes(List<String> before, List<String> after) {
        List<Change> all = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int at = delta.getSource().getPosition();
            Change last = all.isEmpty() ? null : all.getLast();
            if (last == null || last.at() + last.old().size() != at) {
                last = new Change(at, new ArrayList<>(), new ArrayList<>());
                all.add(last);
            }
            last.old().addAll(delta.getSource().getLines());
            last.young().addAll(delta.getTarget().getLines());
        }
        return all;
    }

    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher found = TOKEN.matcher(text);
        while (found.find()) {
            tokens.add(found.group());
        }
        return tokens;
    }

    private static Paragraph whole(Kind kind, String text) {
        return new Paragraph(List.of(new Piece(kind, text)));
    }
}
