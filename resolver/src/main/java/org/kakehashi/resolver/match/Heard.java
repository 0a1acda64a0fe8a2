package org.kakehashi.resolver.match;

import java.util.List;
import java.util.Set;
import org.kakehashi.resolver.text.Decomposed;
import org.kakehashi.resolver.text.Likeness;

/// A name taken by its sound, to be compared with names in Latin letters.
///
/// @param concepts what the institution is, in English
/// @param letters the reading of its proper part in Latin letters
/// @param needed closeness of the closest name from which on the sound is to be trusted; beyond 1
///   where too many names sound alike
record Heard(Set<String> concepts, String letters, double needed) {

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

    /// @param places words of the towns of the organization, in loose form
    double closeness(Decomposed name, Set<String> places) {
        double whole = Likeness.of(letters, name.joined());
        double part = 0;
        for (String place : places) {
            boolean named = name.proper().size() > 1 && name.proper().contains(place);
            part = Math.max(part, named ? Likeness.of(letters, place) : 0);
        }
        double likeness =
                Math.max(whole, Math.max(TOWN_ONLY * part, PART_ONLY * bestPart(name.proper())));
        if (likeness < HOPELESS) {
            return likeness * PART_ONLY;
        }
        likeness *= digits(letters).equals(digits(name.joined())) ? 1 : OTHER_NUMBER;
        return likeness * Purpose.agreement(concepts, name.concepts());
    }

    /// The first word, the last, or the last two, as names are filed.
    private double bestPart(List<String> words) {
        int last = words.size() - 1;
        if (last < 1) {
            return 0;
        }
        double best =
                Math.max(Likeness.of(letters, words.get(0)), Likeness.of(letters, words.get(last)));
        return Math.max(best, Likeness.of(letters, words.get(last - 1) + words.get(last)));
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
