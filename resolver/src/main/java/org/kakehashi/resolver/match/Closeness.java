package org.kakehashi.resolver.match;

import java.util.HashSet;
import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Edits;

/// How close two names are: the weight of what they share against the weight of all they have. Rare
/// words weigh more; a word that differs in a letter or two counts in part.
final class Closeness {

    private static final double CONCEPT_WEIGHT = 1.5;
    private static final double SHORTENED = 0.9;
    private static final int SHORTEST_BEGINNING = 5;
    private static final int LEAST_LEFT_OUT = 3;

    private final Catalog catalog;

    Closeness(Catalog catalog) {
        this.catalog = catalog;
    }

    /// 0 for nothing in common, 1 for the same pieces.
    double of(Set<String> one, Set<String> other) {
        Set<String> left = new HashSet<>(one);
        Set<String> right = new HashSet<>(other);
        left.retainAll(other);
        double shared = 2 * weight(left);
        left = new HashSet<>(one);
        left.removeAll(other);
        right.removeAll(one);
        for (String piece : left) {
            shared += partner(piece, right);
        }
        double all = weight(one) + weight(other);
        return all == 0 ? 0 : Math.min(1, shared / all);
    }

    private double partner(String piece, Set<String> others) {
        String best = null;
        double bestLikeness = 0.75;
        for (String other : others) {
            double likeness = likeness(piece, other);
            if (likeness > bestLikeness) {
                best = other;
                bestLikeness = likeness;
            }
        }
        if (best == null) {
            return 0;
        }
        others.remove(best);
        return bestLikeness * (weight(piece) + weight(best));
    }

    private static double likeness(String one, String other) {
        if (isShortened(one, other) || isShortened(other, one)) {
            return SHORTENED;
        }
        int longer = Math.max(one.length(), other.length());
        int difference = Math.abs(one.length() - other.length());
        if (longer < 5 || difference * 4 > longer) {
            return 0;
        }
        return 1 - (double) Edits.distance(one, other) / longer;
    }

    /// "Telecommun." for telecommunications, "accel." for accelerator.
    private static boolean isShortened(String shorter, String longer) {
        return shorter.length() >= SHORTEST_BEGINNING
                && longer.length() >= shorter.length() + LEAST_LEFT_OUT
                && longer.startsWith(shorter);
    }

    private double weight(Set<String> pieces) {
        double sum = 0;
        for (String piece : pieces) {
            sum += weight(piece);
        }
        return sum;
    }

    private double weight(String piece) {
        return Math.max(CONCEPT_WEIGHT, Math.min(9, catalog.rarity(piece)));
    }
}
