package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;

/// Chooses among overlapping matches: those without a contradicting country before those with one,
/// full names before initials, longer before shorter.
final class Selection {

    private Selection() {}

    /// @param matches longest first
    static List<Match> select(Catalog catalog, Query query, List<Match> matches) {
        List<Match> agreeing = new ArrayList<>();
        List<Match> initials = new ArrayList<>();
        List<Match> contradicting = new ArrayList<>();
        for (Match match : matches) {
            List<Catalog.Hit> fitting = fitting(catalog, query, match);
            if (fitting.isEmpty()) {
                contradicting.add(match);
            } else if (match.family() == Keys.ACRONYM) {
                initials.add(match.with(fitting));
            } else {
                agreeing.add(match.with(fitting));
            }
        }
        List<Match> selected = new ArrayList<>();
        add(selected, agreeing);
        add(selected, initials);
        if (selected.isEmpty()) {
            add(selected, contradicting);
        }
        return selected;
    }

    private static List<Catalog.Hit> fitting(Catalog catalog, Query query, Match match) {
        return match.hits().stream()
                .filter(hit ->
                        Countries.of(query.countries(), catalog.country(hit.org()))
                                != Countries.CONTRADICTS)
                .toList();
    }

    private static void add(List<Match> selected, List<Match> matches) {
        for (Match match : matches) {
            if (selected.stream().noneMatch(match::overlaps)) {
                selected.add(match);
            }
        }
    }
}
