package org.kakehashi.resolver.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/// A text folded character by character, remembering where each folded character stood.
public final class Folded {

    /// Longer texts are cut here: no name or affiliation is longer, and time stays bounded.
    public static final int LONGEST = 2_000;

    private static final Normalizer2 COMPOSE = Normalizer2.getNFKCInstance();

    private final String source;
    private final StringBuilder chars = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private Folded(String source) {
        this.source = source;
    }

    public static Folded of(String text) {
        Folded folded = new Folded(text);
        folded.read(Math.min(text.length(), LONGEST));
        return folded;
    }

    public String source() {
        return source;
    }

    public int length() {
        return chars.length();
    }

    public char charAt(int i) {
        return chars.charAt(i);
    }

    public String text(int from, int to) {
        return chars.substring(from, to);
    }

    /// Offset in the source where the folded character `i` begins.
    public int sourceStart(int i) {
        return starts[i];
    }

    /// Offset in the source after the folded character `i`.
    public int sourceEnd(int i) {
        return ends[i];
    }

    private void read(int limit) {
        int at = 0;
        while (at < limit) {
            Entities.Reference reference = Entities.at(source, at);
            if (reference != null) {
                append(Fold.of(reference.codePoint()), at, at + reference.length());
                at += reference.length();
            } else {
                at = readCluster(at);
            }
        }
    }

    private int readCluster(int at) {
        int first = source.codePointAt(at);
        int end = at + Character.charCount(first);
        int next = end;
        while (next < source.length() && joins(source.codePointAt(next))) {
            next += Character.charCount(source.codePointAt(next));
        }
        if (next == end) {
            append(Fold.of(first), at, end);
        } else {
            int from = at;
            int to = next;
            COMPOSE.normalize(source.substring(at, next))
                    .codePoints()
                    .forEach(cp -> append(Fold.of(cp), from, to));
        }
        return next;
    }

    /// Marks and jamo that form one character with what stands before them.
    private static boolean joins(int cp) {
        return cp >= 0x300
                && (cp < 0x370
                        || cp == 0x3099
                        || cp == 0x309A
                        || cp == 0xFF9E
                        || cp == 0xFF9F
                        || cp >= 0x1160 && cp <= 0x11FF);
    }

    private void append(String folded, int start, int end) {
        for (int i = 0; i < folded.length(); i++) {
            int at = chars.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, at * 2);
                ends = Arrays.copyOf(ends, at * 2);
            }
            starts[at] = start;
            ends[at] = end;
            chars.append(folded.charAt(i));
        }
    }

    @Override
    public String toString() {
        return chars.toString();
    }
}
