package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;

/// Sorts out which equal names stand for themselves, so that nothing similar need be looked for
/// there, and which runs can be no institution at all.
final class Selection {

    private final Catalog catalog;
    private final Query query;
    private final List<Match> selected = new ArrayList<>();

    Selection(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
    }

    /// @param matches by keys, longest first
    void addEqual(List<Match> matches) {
        for (Match match : matches) {
            if (!isWithin(match)) {
                sort(match);
            }
        }
    }

    /// Names that stand for themselves; what overlaps them needs no further search.
    List<Match> complete() {
        return selected;
    }

    /// Matches that may name an institution at all.
    List<Match> worth(List<Match> matches) {
        return matches.stream().filter(match -> !isWithin(match) && !isWord(match)).toList();
    }

    /// Initials are written in capitals: "At" is none.
    private boolean isWord(Match match) {
        String source = query.units().source(match.from(), match.to());
        return match.family() == Keys.ACRONYM
                && source.chars().filter(c -> !Character.isLowerCase(c)).count() < 2;
    }

    private void sort(Match match) {
        List<Catalog.Hit> fitting = fitting(match);
        boolean part = isPartial(match);
        if (!fitting.isEmpty() && !part && match.family() != Keys.ACRONYM) {
            add(List.of(match.with(fitting)));
        }
    }

    /// Countries and legal forms are not institutions, and a name does not begin inside a bracket
    /// it leaves.
    private boolean isWithin(Match match) {
        boolean idle = true;
        int least = query.units().depth(match.from());
        for (int i = match.from(); i < match.to(); i++) {
            idle &= query.isIdle(i);
            least = Math.min(least, query.units().depth(i));
        }
        return idle || least < query.units().depth(match.from());
    }

    private boolean isPartial(Match match) {
        int first = match.hits().getFirst().org();
        Rest rest = new Rest(catalog, query, Options.ownWords(catalog, first));
        Rest.Reading reading = rest.read(match);
        return reading == Rest.Reading.UNEXPLAINED
                || reading == Rest.Reading.LIKELY_UNIT
                || rest.straddles(match);
    }

    private List<Catalog.Hit> fitting(Match match) {
        return match.hits().stream()
                .filter(hit ->
                        Countries.of(query.countries(), catalog.country(hit.org()))
                                != Countries.CONTRADICTS)
                .toList();
    }

    private void add(List<Match> matches) {
        for (Match match : matches) {
            if (selected.stream().noneMatch(match::overlaps)) {
                selected.add(match);
            }
        }
    }
}
