package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Hash;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// Finds every run of units that equals a registry name, strictly or but for spelling.
final class SpanFinder {

    private static final int LONGEST_WORDS = 24;
    private static final int LONGEST_CHARACTERS = 48;

    private final Catalog catalog;
    private final Query query;
    private final Units units;
    private final List<Match> found = new ArrayList<>();

    private SpanFinder(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
        this.units = query.units();
    }

    /// All matches, longest first.
    static List<Match> find(Catalog catalog, Query query) {
        SpanFinder finder = new SpanFinder(catalog, query);
        boolean[] starts = Boundaries.starts(finder.units);
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] && !query.loose(i).isEmpty()) {
                finder.scan(i);
            }
        }
        finder.found.sort(
                Comparator.comparingInt(finder::length).reversed().thenComparingInt(Match::family));
        return finder.found;
    }

    private int length(Match match) {
        return units.sourceEnd(match.to() - 1) - units.sourceStart(match.from());
    }

    private void scan(int start) {
        long exact = Hash.START;
        long loose = Hash.START;
        int budget = LONGEST_CHARACTERS;
        for (int i = start; i < units.size() && budget > 0; i++) {
            exact = units.grow(exact, i, i == start);
            loose = Hash.add(loose, query.loose(i));
            budget -= units.isEastAsian(i) ? 1 : LONGEST_CHARACTERS / LONGEST_WORDS;
            if (isEnd(i)) {
                look(start, i + 1, exact, loose);
            }
        }
    }

    private boolean isEnd(int i) {
        return !query.loose(i).isEmpty() || units.isEastAsian(i);
    }

    private void look(int from, int to, long exact, long loose) {
        List<Catalog.Hit> equal = catalog.find(Hash.finish(exact, Keys.EXACT));
        if (!equal.isEmpty()) {
            found.add(new Match(from, to, Keys.EXACT, equal));
            lookBelow(from, to, equal);
        }
        List<Catalog.Hit> similar = catalog.find(Hash.finish(loose, Keys.LOOSE));
        if (!similar.isEmpty() && similar.size() > equal.size()) {
            found.add(new Match(from, to, Keys.LOOSE, similar));
        }
        lookWithoutTown(from, to, loose);
        if (equal.isEmpty() && isShortened(to)) {
            lookExpanded(from, to, exact);
        }
        if (equal.isEmpty() && to - from == 1) {
            List<Catalog.Hit> initials = catalog.find(Hash.finish(exact, Keys.ACRONYM));
            if (!initials.isEmpty()) {
                found.add(new Match(from, to, Keys.ACRONYM, initials));
            }
        }
    }

    /// Among unspaced characters, what belongs to the institution just named and follows it at
    /// once: 中国科学院大连化学物理研究所.
    private void lookBelow(int from, int middle, List<Catalog.Hit> above) {
        if (middle >= units.size() || !units.isEastAsian(middle) || units.isDetached(middle)) {
            return;
        }
        Set<String> ids = new HashSet<>();
        above.forEach(hit -> ids.add(catalog.id(hit.org())));
        long exact = Hash.START;
        int end = Math.min(query.segmentEnd(middle), middle + LONGEST_CHARACTERS);
        for (int i = middle; i < end && units.isEastAsian(i); i++) {
            exact = units.grow(exact, i, i == middle);
            List<Catalog.Hit> below =
                    catalog.find(Hash.finish(exact, Keys.EXACT)).stream()
                            .filter(hit ->
                                    catalog.parents(hit.org()).stream().anyMatch(ids::contains))
                            .toList();
            if (!below.isEmpty()) {
                found.add(new Match(from, i + 1, Keys.EXACT, below));
            }
        }
    }

    private String[] loose() {
        String[] loose = new String[units.size()];
        Arrays.setAll(loose, query::loose);
        return loose;
    }

    /// Names that end with a town the text names elsewhere.
    private void lookWithoutTown(int from, int to, long loose) {
        List<Catalog.Hit> hits = catalog.find(Hash.finish(loose, Keys.TOWNLESS));
        if (hits.isEmpty()) {
            return;
        }
        Set<String> words = new HashSet<>(List.of(loose()));
        List<Catalog.Hit> here =
                hits.stream()
                        .filter(hit -> {
                            Units name = Units.of(catalog.name(hit.name()));
                            return words.containsAll(Keys.looseWords(name, 0, name.size()));
                        })
                        .toList();
        if (!here.isEmpty()) {
            found.add(new Match(from, to, Keys.TOWNLESS, here));
        }
    }

    /// 東北大 for 東北大学.
    private void lookExpanded(int from, int to, long exact) {
        List<Catalog.Hit> full = catalog.find(Hash.finish(Hash.add(exact, '学'), Keys.EXACT));
        if (!full.isEmpty()) {
            found.add(new Match(from, to, Keys.LOOSE, full));
        }
    }

    private boolean isShortened(int to) {
        boolean big = units.first(to - 1) == '大' && to > 1;
        return big && (to == units.size() || units.segment(to) != units.segment(to - 1));
    }
}
