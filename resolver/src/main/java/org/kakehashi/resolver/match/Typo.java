package org.kakehashi.resolver.match;

import java.util.HashSet;
import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Edits;

/// Tells a slip of the pen from another name: all words agree but one, which no name of the
/// registry has and which is hardly different from the word it stands for. "Dailian" is a slip for
/// Dalian; "Henan" is none for Hunan.
final class Typo {

    private static final int SHORTEST = 6;
    private static final int LONG = 10;

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

    private boolean isSlip(String written, String meant) {
        int length = Math.min(written.length(), meant.length());
        int allowed = length >= LONG ? 2 : 1;
        return length >= SHORTEST
                && catalog.frequency(written) == 0
                && Edits.distance(written, meant) <= allowed;
    }
}
