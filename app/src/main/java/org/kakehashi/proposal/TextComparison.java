package org.kakehashi.proposal;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
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

    static TextComparison of(List<String> before, List<String> after) {
        List<Paragraph> all = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : deltas(before, after)) {
            for (; at < delta.getSource().getPosition(); at++) {
                all.add(whole(Kind.SAME, before.get(at)));
            }
            changed(delta.getSource().getLines(), delta.getTarget().getLines(), all);
            at += delta.getSource().size();
        }
        for (; at < before.size(); at++) {
            all.add(whole(Kind.SAME, before.get(at)));
        }
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
        for (AbstractDelta<String> delta : deltas(before, after)) {
            add(pieces, Kind.SAME, before.subList(at, delta.getSource().getPosition()));
            if (delta.getType() != DeltaType.INSERT) {
                add(pieces, Kind.REMOVED, delta.getSource().getLines());
            }
            if (delta.getType() != DeltaType.DELETE) {
                add(pieces, Kind.ADDED, delta.getTarget().getLines());
            }
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Kind.SAME, before.subList(at, before.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", tokens)));
        }
    }

    private static List<AbstractDelta<String>> deltas(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas();
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
