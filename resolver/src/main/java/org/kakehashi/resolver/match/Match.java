package org.kakehashi.resolver.match;

import java.util.List;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Units;
import org.kakehashi.resolver.text.Vocabulary;

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

    boolean namesInstitution(Units units) {
        return Vocabulary.namesInstitution(units, from, to);
    }

    /// "College of Law" rather than "Imperial College": perhaps only a part of something.
    boolean opensWithUnitWord(Units units) {
        return Vocabulary.isUnitWord(units.get(from));
    }

    /// A single word, which may be anything unless it stands alone.
    boolean isSingleWord(Units units) {
        return to - from == 1 && !units.isEastAsian(from);
    }
}
