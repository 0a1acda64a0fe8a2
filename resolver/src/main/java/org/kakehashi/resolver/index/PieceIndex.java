package org.kakehashi.resolver.index;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.resolver.text.Edits;
import org.kakehashi.resolver.text.Hash;
import org.kakehashi.resolver.text.Scripts;

/// Which names contain a piece, how rare the piece is, and which pieces differ from a misspelt one
/// by a letter.
final class PieceIndex {

    private static final int PIECE = 30;
    private static final int MISSING_LETTER = 31;
    private static final int SHORTEST_FUZZY = 5;

    private final Pool pieces;
    private final KeyTable ordinals;
    private final KeyTable variants;
    private final int[] offsets;
    private final IntBuffer postings;
    private final float[] weights;

    private PieceIndex(Builder builder) {
        pieces = builder.pool.build();
        ordinals = builder.ordinals();
        variants = builder.variants();
        offsets = new int[pieces.size() + 1];
        postings = fill(builder.owners.toArray(), builder.names.toArray());
        weights = new float[builder.last + 1];
        weigh();
    }

    private PieceIndex(Source source) {
        pieces = Pool.read(source);
        ordinals = KeyTable.read(source);
        variants = KeyTable.read(source);
        offsets = source.intArray();
        postings = source.ints();
        weights = new float[source.intArray()[0]];
        weigh();
    }

    void write(Sink sink) throws IOException {
        pieces.write(sink);
        ordinals.write(sink);
        variants.write(sink);
        sink.put(IntBuffer.wrap(offsets));
        sink.put(postings);
        sink.put(IntBuffer.wrap(new int[] {weights.length}));
    }

    static PieceIndex read(Source source) {
        return new PieceIndex(source);
    }

    int size() {
        return pieces.size();
    }

    /// Ordinal of a piece, or -1.
    int ordinal(String piece) {
        int at = ordinals.first(Hash.of(piece, PIECE));
        return at < 0 ? -1 : ordinals.value(at);
    }

    /// How many names contain the piece.
    int frequency(int piece) {
        return offsets[piece + 1] - offsets[piece];
    }

    int posting(int piece, int i) {
        return postings.get(offsets[piece] + i);
    }

    /// Sum over the pieces of a name of the logarithm of names per name with the piece.
    double weight(int name) {
        return name < weights.length ? weights[name] : 0;
    }

    String piece(int ordinal) {
        return pieces.get(ordinal);
    }

    /// Pieces one edit away from a word: a letter more, less, other, or two swapped.
    List<Integer> similar(String word) {
        List<Integer> similar = new ArrayList<>();
        if (!isFuzzy(word)) {
            return similar;
        }
        for (String variant : Edits.withoutOne(word)) {
            long key = Hash.of(variant, MISSING_LETTER);
            for (int at = variants.first(key); at >= 0 && variants.has(at, key); at++) {
                int piece = variants.value(at);
                if (!similar.contains(piece) && Edits.atMostOne(word, pieces.get(piece))) {
                    similar.add(piece);
                }
            }
        }
        return similar;
    }

    private static boolean isFuzzy(String word) {
        return word.length() >= SHORTEST_FUZZY && !Scripts.isEastAsian(word.charAt(0));
    }

    private IntBuffer fill(int[] owners, int[] names) {
        int[] filled = new int[names.length];
        for (int owner : owners) {
            offsets[owner + 1]++;
        }
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] += offsets[i - 1];
        }
        int[] next = offsets.clone();
        for (int i = 0; i < owners.length; i++) {
            filled[next[owners[i]]++] = names[i];
        }
        return IntBuffer.wrap(filled);
    }

    private void weigh() {
        for (int piece = 0; piece < pieces.size(); piece++) {
            float rarity = (float) Math.log((weights.length + 1.0) / (frequency(piece) + 1.0));
            for (int i = 0; i < frequency(piece); i++) {
                weights[posting(piece, i)] += rarity;
            }
        }
    }

    static final class Builder {
        private int last = -1;
        private final Map<String, Integer> known = new HashMap<>();
        private final Pool.Builder pool = new Pool.Builder();
        private final Ints owners = new Ints();
        private final Ints names = new Ints();

        void add(Iterable<String> nameParts, int name) {
            for (String part : nameParts) {
                owners.add(known.computeIfAbsent(part, pool::add));
                names.add(name);
                last = Math.max(last, name);
            }
        }

        PieceIndex build() {
            return new PieceIndex(this);
        }

        private KeyTable ordinals() {
            KeyTable.Builder table = new KeyTable.Builder();
            known.forEach((piece, ordinal) -> table.add(Hash.of(piece, PIECE), ordinal));
            return table.build();
        }

        private KeyTable variants() {
            KeyTable.Builder table = new KeyTable.Builder();
            known.forEach((piece, ordinal) -> {
                if (isFuzzy(piece)) {
                    Edits.withoutOne(piece)
                            .forEach(v -> table.add(Hash.of(v, MISSING_LETTER), ordinal));
                }
            });
            return table.build();
        }
    }
}
