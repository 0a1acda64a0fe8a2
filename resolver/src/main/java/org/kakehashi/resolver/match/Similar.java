package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Concepts;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Pieces;
import org.kakehashi.resolver.text.Units;

/// Finds names that share rare words, or words but for a letter, with a segment no name equals.
final class Similar {

    private static final int MOST_FREQUENT = 4_000;
    private static final int MOST_COMPARED = 60;
    private static final int MOST_OFFERED = 8;
    private static final double LEAST_CLOSENESS = 0.60;

    private final Catalog catalog;
    private final Query query;
    private final Closeness closeness;
    private final Typo typo;

    private Similar(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
        this.closeness = new Closeness(catalog);
        this.typo = new Typo(catalog);
    }

    /// Matches for segments that read like institutions and are not covered yet.
    static List<Match> find(Catalog catalog, Query query, List<Match> covered) {
        Similar similar = new Similar(catalog, query);
        List<Segments.Range> ranges = Segments.of(query);
        List<Match> found = new ArrayList<>();
        for (Segments.Range range : ranges) {
            boolean worth = ranges.size() == 1 || Segments.namesInstitution(query, range);
            if (worth && covered.stream().noneMatch(match -> overlaps(match, range))) {
                similar.look(range, found);
            }
        }
        return found;
    }

    private static boolean overlaps(Match match, Segments.Range range) {
        return match.from() < range.to() && range.from() < match.to();
    }

    private void look(Segments.Range range, List<Match> found) {
        List<String> words = Concepts.of(Keys.looseWords(query.units(), range.from(), range.to()));
        Set<String> pieces = Pieces.of(words);
        List<Catalog.Hit> slips = new ArrayList<>();
        List<Catalog.Hit> hits = new ArrayList<>();
        for (int name : likely(pieces)) {
            Set<String> registered = piecesOf(name);
            double likeness = closeness.of(pieces, registered);
            if (likeness >= LEAST_CLOSENESS) {
                hits.add(catalog.hit(name, likeness));
            }
            if (typo.explains(pieces, registered)) {
                slips.add(catalog.hit(name, likeness));
            }
        }
        if (!slips.isEmpty()) {
            found.add(new Match(range.from(), range.to(), Keys.TYPO, slips));
        } else if (!hits.isEmpty()) {
            found.add(new Match(range.from(), range.to(), Keys.SIMILAR, closest(hits)));
        }
    }

    private static List<Catalog.Hit> closest(List<Catalog.Hit> hits) {
        return hits.stream()
                .sorted(Comparator.comparingDouble(Catalog.Hit::closeness).reversed())
                .limit(MOST_OFFERED)
                .toList();
    }

    private Set<String> piecesOf(int name) {
        Units units = Units.of(catalog.name(name));
        return Pieces.of(Concepts.of(Keys.looseWords(units, 0, units.size())));
    }

    /// Names with the greatest weight of shared pieces, contradicting countries left out.
    private List<Integer> likely(Set<String> pieces) {
        Map<Integer, Double> weights = new HashMap<>();
        for (String piece : pieces) {
            count(piece, catalog.rarity(piece), weights);
            for (String other : catalog.similarPieces(piece)) {
                if (!other.equals(piece)) {
                    count(other, catalog.rarity(other) * 0.7, weights);
                }
            }
        }
        return weights.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void count(String piece, double weight, Map<Integer, Double> weights) {
        if (catalog.frequency(piece) <= MOST_FREQUENT) {
            catalog.eachNameWith(
                    piece,
                    name -> {
                        if (fits(name)) {
                            weights.merge(name, weight, Double::sum);
                        }
                    });
        }
    }

    private boolean fits(int name) {
        String country = catalog.country(catalog.hit(name, 1).org());
        return Countries.of(query.countries(), country) != Countries.CONTRADICTS;
    }
}
