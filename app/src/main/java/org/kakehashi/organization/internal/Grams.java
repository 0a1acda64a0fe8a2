package org.kakehashi.organization.internal;

import java.util.Arrays;

/// The pieces under which the index files a line of text. East Asian runs: each character and each
/// pair, so that any part of two characters is found. Words: their first two, three and five
/// letters. A piece is an int; different ones may share it, for the text itself is compared too.
final class Grams {
    private static final int[] PREFIXES = {2, 3, 5};

    private int[] values = new int[32];
    private int size;

    /// All pieces of a run, for the index.
    Grams run(String run) {
        for (int i = 0; i < run.length(); i++) {
            add(run.charAt(i));
            if (i + 1 < run.length()) {
                add(pair(run, i));
            }
        }
        return this;
    }

    /// The pieces a part of a run must have.
    Grams part(String part) {
        if (part.length() == 1) {
            add(part.charAt(0));
        }
        for (int i = 0; i + 1 < part.length(); i++) {
            add(pair(part, i));
        }
        return this;
    }

    /// All pieces of a word, for the index.
    Grams word(String word) {
        for (int length : PREFIXES) {
            if (length <= word.length()) {
                add(prefix(word, length));
            }
        }
        return this;
    }

    /// The one piece a word must have that begins like this; none for a single letter.
    Grams beginning(String beginning) {
        for (int i = PREFIXES.length - 1; i >= 0; i--) {
            if (PREFIXES[i] <= beginning.length()) {
                add(prefix(beginning, PREFIXES[i]));
                return this;
            }
        }
        return this;
    }

    /// Sorted and distinct.
    int[] toArray() {
        return Arrays.stream(values, 0, size).sorted().distinct().toArray();
    }

    private static int pair(String run, int at) {
        return run.charAt(at) << 16 | run.charAt(at + 1);
    }

    /// Negative, so that words and runs stay apart.
    private static int prefix(String word, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = hash * 41 + word.charAt(i);
        }
        return hash | 0x8000_0000;
    }

    private void add(int gram) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = gram;
    }
}
