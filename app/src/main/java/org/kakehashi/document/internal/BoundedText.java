package org.kakehashi.document.internal;

import java.text.Normalizer;

/// Words being collected, no more than is kept for search.
final class BoundedText {
    static final int MOST = 2_000_000;

    private final StringBuilder text = new StringBuilder();
    private boolean cut;

    /// @return false when no more is taken
    boolean add(CharSequence some) {
        int room = MOST - text.length();
        if (some.length() > room) {
            text.append(some, 0, room);
            cut = true;
        } else {
            text.append(some);
        }
        return !cut;
    }

    boolean isCut() {
        return cut;
    }

    /// One space between words, letters in their usual form (NFKC), no character the database does
    /// not take.
    @Override
    public String toString() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cntrl}\\s\\uFFFE\\uFFFF]+", " ")
                .replaceAll(
                        "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]",
                        "")
                .strip();
    }
}
