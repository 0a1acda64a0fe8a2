package org.kakehashi.resolver.text;

import java.util.Arrays;
import java.util.Set;

/// A folded text cut into units: a word of an alphabet, or a single East Asian character. Each unit
/// knows its segment, which ends at a comma, bracket, slash or free-standing dash.
public final class Units {

    private static final Set<String> ELISIONS =
            Set.of("d", "l", "dell", "all", "dall", "nell", "sull");
    private static final int LONGEST_ELISION = 4;

    private final Folded folded;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int[] segments = new int[32];
    private int[] depths = new int[32];
    private int size;
    private int segment;
    private int depth;

    private Units(Folded folded) {
        this.folded = folded;
    }

    public static Units of(String text) {
        return of(Folded.of(text));
    }

    public static Units of(Folded folded) {
        Units units = new Units(folded);
        units.cut();
        return units;
    }

    public int size() {
        return size;
    }

    /// The unit as folded text.
    public String get(int i) {
        return folded.text(starts[i], ends[i]);
    }

    /// The units from `from` up to `to` as folded text, run together.
    public String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(get(i));
        }
        return text.toString();
    }

    public char first(int i) {
        return folded.charAt(starts[i]);
    }

    public boolean isEastAsian(int i) {
        return Scripts.isEastAsian(first(i));
    }

    public boolean isNumber(int i) {
        for (int at = starts[i]; at < ends[i]; at++) {
            if (!Character.isDigit(folded.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    public boolean hasDigit(int i) {
        for (int at = starts[i]; at < ends[i]; at++) {
            if (Character.isDigit(folded.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    public int segment(int i) {
        return segments[i];
    }

    /// How many brackets are open around the unit.
    public int depth(int i) {
        return depths[i];
    }

    /// Whether a space or mark stands between the unit and the one before it.
    public boolean isDetached(int i) {
        return i == 0 || starts[i] > ends[i - 1];
    }

    public int sourceStart(int i) {
        return folded.sourceStart(starts[i]);
    }

    public int sourceEnd(int i) {
        return folded.sourceEnd(ends[i] - 1);
    }

    public String source() {
        return folded.source();
    }

    /// The source text of the units from `from` up to `to`, exclusive.
    public String source(int from, int to) {
        return from >= to ? "" : source().substring(sourceStart(from), sourceEnd(to - 1));
    }

    /// A running hash grown by unit `i`; words are kept apart by a space.
    public long grow(long hash, int i, boolean atStart) {
        long grown = hash;
        if (!atStart && !isEastAsian(i) && !isEastAsian(i - 1)) {
            grown = Hash.add(grown, ' ');
        }
        for (int at = starts[i]; at < ends[i]; at++) {
            grown = Hash.add(grown, folded.charAt(at));
        }
        return grown;
    }

    private void cut() {
        int at = 0;
        while (at < folded.length()) {
            char c = folded.charAt(at);
            if (Fold.isMark(c)) {
                mark(c, at);
                at++;
            } else {
                int end = end(at);
                add(at, end);
                at = end;
            }
        }
    }

    private void mark(char c, int at) {
        if (c == Fold.BREAK || c == Fold.DASH && standsFree(at)) {
            segment++;
        } else if (c == Fold.OPEN) {
            segment++;
            depth++;
        } else if (c == Fold.CLOSE) {
            segment++;
            depth = Math.max(0, depth - 1);
        }
    }

    private boolean standsFree(int at) {
        return at > 0
                && at + 1 < folded.length()
                && (folded.charAt(at - 1) == Fold.SPACE || folded.charAt(at + 1) == Fold.SPACE);
    }

    private int end(int from) {
        char first = folded.charAt(from);
        if (Scripts.isEastAsian(first)) {
            boolean pair = Character.isHighSurrogate(first) && from + 1 < folded.length();
            return from + (pair ? 2 : 1);
        }
        int at = from + 1;
        while (at < folded.length()
                && !Fold.isMark(folded.charAt(at))
                && !Scripts.isEastAsian(folded.charAt(at))) {
            if (at - from <= LONGEST_ELISION && isElided(from, at)) {
                return at;
            }
            at++;
        }
        return at;
    }

    /// "l'Université", "dell'Aquila": an article or preposition that lost its vowel is a word of
    /// its own; "O'Brien" and "Xi'an" are one.
    private boolean isElided(int from, int at) {
        boolean apostrophe = folded.sourceStart(at) > folded.sourceEnd(at - 1);
        return apostrophe && ELISIONS.contains(folded.text(from, at));
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            segments = Arrays.copyOf(segments, size * 2);
            depths = Arrays.copyOf(depths, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        segments[size] = segment;
        depths[size] = depth;
        size++;
    }
}
