package org.kakehashi.resolver.match;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;
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

    /// Whether both mean the same organizations in the same place.
    boolean isSameAs(Match other) {
        return from == other.from
                && to == other.to
                && other.orgs().containsAll(orgs())
                && other.family != Keys.ACRONYM;
    }

    private Set<Integer> orgs() {
        return hits.stream().map(Catalog.Hit::org).collect(Collectors.toSet());
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
