package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;

/// Chooses among overlapping matches: those without a contradicting country before those with one,
/// full names before initials, names that stand for themselves before parts of longer names, longer
/// before shorter.
final class Selection {

    private final Catalog catalog;
    private final Query query;
    private final List<Match> selected = new ArrayList<>();
    private final List<Match> partial = new ArrayList<>();
    private final List<Match> initials = new ArrayList<>();
    private final List<Match> contradicting = new ArrayList<>();

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

    /// @param matches by similarity, which give way to those by keys and go before parts of names
    void addSimilar(List<Match> matches) {
        add(matches);
        add(partial);
        add(initials);
        if (selected.isEmpty()) {
            add(contradicting);
        }
    }

    List<Match> selected() {
        return selected;
    }

    private void sort(Match match) {
        List<Catalog.Hit> fitting = fitting(match);
        boolean part = isPartial(match);
        if (fitting.isEmpty() && !part) {
            contradicting.add(match);
        } else if (!fitting.isEmpty() && match.family() == Keys.ACRONYM) {
            initials.add(match.with(fitting));
        } else if (!fitting.isEmpty() && part) {
            partial.add(match.with(fitting));
        } else if (!fitting.isEmpty()) {
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
        Rest rest = new Rest(query, Options.placeWords(catalog, first));
        return rest.read(match) == Rest.Reading.UNEXPLAINED || rest.straddles(match);
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
