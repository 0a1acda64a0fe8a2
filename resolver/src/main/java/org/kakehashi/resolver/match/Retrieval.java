package org.kakehashi.resolver.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjDoubleConsumer;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Concepts;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Pieces;

/// Everything a text may mean, best first: what the decisions offer, then every name found anywhere
/// in the text, then names that share rare words with it.
final class Retrieval {

    private static final int MOST_FREQUENT = 20_000;
    private static final double OTHER_COUNTRY = 0.5;

    private final Catalog catalog;
    private final Query query;
    private final int limit;
    private final Set<Integer> found = new LinkedHashSet<>();

    private Retrieval(Catalog catalog, Query query, int limit) {
        this.catalog = catalog;
        this.query = query;
        this.limit = limit;
    }

    /// Ordinals of at most `limit` organizations.
    ///
    /// @param mentions what is decided about the text; their candidates come first
    public static List<Integer> candidates(
            Catalog catalog, Query query, List<Mention> mentions, int limit) {
        Retrieval retrieval = new Retrieval(catalog, query, limit);
        mentions.forEach(mention -> retrieval.offer(mention));
        retrieval.addNamed();
        retrieval.addSharing();
        return retrieval.found.stream().limit(limit).toList();
    }

    private void offer(Mention mention) {
        mention.candidates()
                .forEach(candidate -> {
                    Integer org = catalog.byId(candidate.id());
                    if (org != null) {
                        found.add(org);
                    }
                });
    }

    /// Names found anywhere, those in a fitting country first; half of the room at most.
    private void addNamed() {
        List<Match> matches = SpanFinder.find(catalog, query);
        for (boolean fitting : List.of(true, false)) {
            for (Match match : matches) {
                for (Catalog.Hit hit : match.hits()) {
                    boolean fits = country(hit.org()) != Countries.CONTRADICTS;
                    if (fits == fitting && found.size() < limit / 2) {
                        found.add(hit.org());
                    }
                }
            }
        }
    }

    private Countries country(int org) {
        return Countries.of(query.countries(), catalog.country(org));
    }

    private void addSharing() {
        Set<String> pieces =
                Pieces.of(Concepts.of(Keys.looseWords(query.units(), 0, query.units().size())));
        Sums shared = new Sums(catalog.names());
        for (String piece : pieces) {
            if (catalog.frequency(piece) <= MOST_FREQUENT) {
                double rarity = catalog.rarity(piece);
                catalog.eachNameWith(piece, name -> shared.add(name, rarity));
            }
        }
        Map<Integer, Double> best = new HashMap<>();
        shared.each((name, weight) -> {
            int org = catalog.hit(name, 1).org();
            best.merge(org, worth(name, org, weight), Math::max);
        });
        best.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(limit)
                .forEach(found::add);
    }

    /// What is shared, times the share of the name it is.
    private double worth(int name, int org, double shared) {
        double all = Math.max(shared, catalog.weight(name));
        double worth = shared * shared / all;
        return worth * (country(org) == Countries.CONTRADICTS ? OTHER_COUNTRY : 1);
    }

    /// Sums by ordinal of a name; only the greatest few thousand are worth a closer look.
    private static final class Sums {
        private static final int MOST = 3_000;

        private final float[] sums;
        private int[] touched = new int[1 << 12];
        private int size;

        Sums(int names) {
            sums = new float[names];
        }

        void add(int name, double weight) {
            if (sums[name] == 0) {
                touched = size < touched.length ? touched : Arrays.copyOf(touched, size * 2);
                touched[size++] = name;
            }
            sums[name] += (float) weight;
        }

        void each(ObjDoubleConsumer<Integer> action) {
            float[] sorted = new float[size];
            for (int i = 0; i < size; i++) {
                sorted[i] = sums[touched[i]];
            }
            Arrays.sort(sorted);
            float least = size <= MOST ? 0 : sorted[size - MOST];
            for (int i = 0; i < size; i++) {
                if (sums[touched[i]] >= least) {
                    action.accept(touched[i], sums[touched[i]]);
                }
            }
        }
    }
}
