package org.kakehashi.resolver.match;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Edits;

/// Tells a slip of the pen from another name: all words agree but one, which no name of the
/// registry has and which is hardly different from the word it stands for. "Dailian" is a slip for
/// Dalian.
final class Typo {

    private static final int SHORTEST = 6;

    private final Catalog catalog;

    Typo(Catalog catalog) {
        this.catalog = catalog;
    }

    boolean explains(Set<String> written, Set<String> registered) {
        Set<String> left = new HashSet<>(written);
        left.removeAll(registered);
        Set<String> right = new HashSet<>(registered);
        right.removeAll(written);
        return left.size() == 1
                && right.size() == 1
                && written.size() > 1
                && isSlip(left.iterator().next(), right.iterator().next());
    }

    /// A letter too many, too few, or two letters swapped, within the word. A letter replaced makes
    /// another place too often: Jiaxing and Jiaying, Marand and Parand.
    private boolean isSlip(String written, String meant) {
        int shorter = Math.min(written.length(), meant.length());
        boolean replaced = written.length() == meant.length() && !isSameLetters(written, meant);
        return shorter >= SHORTEST
                && !replaced
                && written.charAt(0) == meant.charAt(0)
                && last(written) == last(meant)
                && catalog.frequency(written) == 0
                && Edits.atMostOne(written, meant);
    }

    private static boolean isSameLetters(String one, String other) {
        return Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray());
    }

    private static char last(String word) {
        return word.charAt(word.length() - 1);
    }
}
