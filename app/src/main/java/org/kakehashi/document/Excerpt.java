package org.kakehashi.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Words around a place where something was found; the found ones are marked.
public record Excerpt(List<Piece> pieces) {
    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    /// @param found one of the words looked for
    public record Piece(String text, boolean found) {}

    static Excerpt of(String text, Collection<String> terms) {
        List<Piece> pieces = new ArrayList<>();
        String small = text.toLowerCase(Locale.ROOT);
        if (small.length() != text.length()) {
            return new Excerpt(List.of(new Piece(text, false))); // rare letters change their length
        }
        int at = 0;
        while (at < text.length()) {
            int best = -1;
            int length = 0;
            for (String term : terms) {
                int place = small.indexOf(term.toLowerCase(Locale.ROOT), at);
                if (place >= 0 && (best < 0 || place < best)) {
                    best = place;
                    length = term.length();
                }
            }
            if (best < 0) {
                break;
            }
            if (best > at) {
                pieces.add(new Piece(text.substring(at, best), false));
            }
            pieces.add(new Piece(text.substring(best, best + length), true));
            at = best + length;
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return new Excerpt(pieces);
    }

    public String plain() {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.text()));
        return all.toString();
    }
}
