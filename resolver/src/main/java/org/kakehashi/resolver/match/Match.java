package org.kakehashi.resolver.match;

import java.util.List;
import org.kakehashi.resolver.index.Catalog;

/// A run of units that equals registry names under one family of keys.
///
/// @param from first unit
/// @param to unit after the last
/// @param family of [org.kakehashi.resolver.text.Keys]
record Match(int from, int to, int family, List<Catalog.Hit> hits) {

    Match with(List<Catalog.Hit> kept) {
        return new Match(from, to, family, kept);
    }

    boolean overlaps(Match other) {
        return from < other.to && other.from < to;
    }
}
