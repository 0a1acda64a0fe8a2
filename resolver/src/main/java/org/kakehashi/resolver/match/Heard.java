package org.kakehashi.resolver.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.kakehashi.resolver.text.Decomposed;
import org.kakehashi.resolver.text.Likeness;

/// A name taken by its sound, to be compared with names in Latin letters.
final class Heard {

    /// Closeness that never suffices for more than a suggestion.
    private static final double DOUBTFUL = 0.80;

    /// Without tones many names sound alike: nothing less will do.
    private static final double SAME_READING = 0.96;

    private static final double PART_ONLY = 0.75;

    /// "Ludwig-Maximilians-Universität München" is spoken of by its town.
    private static final double TOWN_ONLY = 0.9;

    private static final double OTHER_NUMBER = 0.70;
    private static final double SURE_THOUGH_BRIEF = 0.92;
    private static final int BRIEF = 2;

    /// Below this nobody would think of the institution.
    static final double HOPELESS = 0.5;

    private final Set<String> concepts;
    private final String letters;
    private final double needed;

    /// Agreement with what other institutions are: thousands are a university and nothing else.
    private final Map<Set<String>, Double> agreements = new HashMap<>();

    /// @param concepts what the institution is, in English
    /// @param letters the reading of its proper part in Latin letters
    /// @param needed closeness of the closest name from which on the sound is to be trusted; beyond
    ///   1 where too many names sound alike
    Heard(Set<String> concepts, String letters, double needed) {
        this.concepts = concepts;
        this.letters = letters;
        this.needed = needed;
    }

    /// Kana: two consonants or fewer say little, "woriku" may be York or Warwick.
    static Heard ofKana(Set<String> concepts, String letters) {
        long consonants = letters.chars().filter(c -> "aeiouhwy".indexOf(c) < 0).distinct().count();
        return new Heard(concepts, letters, consonants <= BRIEF ? SURE_THOUGH_BRIEF : 0);
    }

    /// Mandarin without tones.
    static Heard ofPinyin(Set<String> concepts, String letters) {
        return new Heard(concepts, letters, SAME_READING);
    }

    /// What closenesses are to be multiplied with when `closest` is the best of them, so that a
    /// doubtful one stays a suggestion and all keep their order.
    double trust(double closest) {
        return closest >= needed || closest <= DOUBTFUL ? 1 : DOUBTFUL / closest;
    }

    /// How alike the names are, 0 where that is hopeless.
    ///
    /// @param isTown whether a word in loose form names a town of the organization; costly, and
    ///   asked only where it changes something
    double closeness(Decomposed name, Predicate<String> isTown) {
        double agreement =
                agreements.computeIfAbsent(
                        name.concepts(), other -> Purpose.agreement(concepts, other));
        if (agreement < HOPELESS) {
            return 0;
        }
        double least = HOPELESS / agreement;
        double likeness = Likeness.of(letters, name.joined(), least);
        if (name.proper().size() > 1) {
            likeness = Math.max(likeness, PART_ONLY * bestPart(name.proper(), least / PART_ONLY));
            for (String word : name.proper()) {
                double town = TOWN_ONLY * Likeness.of(letters, word, least / TOWN_ONLY);
                likeness = town > likeness && isTown.test(word) ? town : likeness;
            }
        }
        if (likeness < least) {
            return 0;
        }
        return likeness
                * agreement
                * (digits(letters).equals(digits(name.joined())) ? 1 : OTHER_NUMBER);
    }

    /// The first word, the last, or the last two, as names are filed.
    private double bestPart(List<String> words, double least) {
        int last = words.size() - 1;
        double best =
                Math.max(
                        Likeness.of(letters, words.get(0), least),
                        Likeness.of(letters, words.get(last), least));
        return Math.max(best, Likeness.of(letters, words.get(last - 1) + words.get(last), least));
    }

    /// Numbers tell universities of one city apart: "Paris 7".
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
