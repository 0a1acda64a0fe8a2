package org.kakehashi.resolver.text;

import java.util.ArrayList;
import java.util.List;

/// The keys under which a run of units is found, from strict to forgiving.
public final class Keys {

    /// Families of keys, kept apart in one table.
    public static final int EXACT = 1;

    public static final int LOOSE = 2;
    public static final int TURNED = 3;
    public static final int WORDS = 4;
    public static final int ACRONYM = 5;

    /// No keys: found by similarity.
    public static final int SIMILAR = 6;

    /// No keys: all words agree but for a slip of the pen.
    public static final int TYPO = 9;

    /// Found by sound across scripts.
    public static final int SOUND = 7;

    /// The proper part of a name in Latin letters, run together.
    public static final int READING = 8;

    /// No keys: a school of a university, named by the university's proper name only.
    public static final int PART = 10;

    /// A name without the town it ends with, for texts that name the town elsewhere: "Technical
    /// University" and an address in Altdorf.
    public static final int TOWNLESS = 11;

    /// No keys of its own: an East Asian name found by the words of [#WORDS] it is translated with.
    public static final int TRANSLATED = 12;

    private Keys() {}

    /// Running hash of the units as folded, spaces between words only.
    public static long exact(Units units, int from, int to) {
        long hash = Hash.START;
        for (int i = from; i < to; i++) {
            hash = units.grow(hash, i, i == from);
        }
        return hash;
    }

    /// The words that carry meaning, each in its loose form; East Asian characters run together.
    public static List<String> looseWords(Units units, int from, int to) {
        List<String> words = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = from; i < to; i++) {
            String loose = Loose.unit(units.get(i));
            if (units.isEastAsian(i)) {
                run.append(loose);
            } else {
                flush(run, words);
                addWord(words, loose);
            }
        }
        flush(run, words);
        return words;
    }

    private static void flush(StringBuilder run, List<String> words) {
        if (!run.isEmpty()) {
            words.add(run.toString());
            run.setLength(0);
        }
    }

    private static void addWord(List<String> words, String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    public static long loose(List<String> words) {
        return Hash.of(String.join("", words), LOOSE);
    }

    /// Equal for all rotations, words for kinds of institutions in any language: "Université de X"
    /// and "X University", but not for other orders.
    public static long turned(List<String> looseWords) {
        List<String> words = Concepts.of(looseWords);
        String least = null;
        for (int shift = 0; shift < words.size(); shift++) {
            String turned =
                    String.join(" ", words.subList(shift, words.size()))
                            + " "
                            + String.join(" ", words.subList(0, shift));
            if (least == null || turned.compareTo(least) < 0) {
                least = turned;
            }
        }
        return Hash.of(least == null ? "" : least.strip(), TURNED);
    }

    /// Equal for all orders of the same words.
    public static long words(List<String> looseWords) {
        List<String> words = Concepts.of(looseWords).stream().sorted().toList();
        return Hash.of(String.join(" ", words), WORDS);
    }
}
