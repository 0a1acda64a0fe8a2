package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Tables;
import org.kakehashi.resolver.text.Units;

/// Places named in a text, with the countries they may lie in: cities and regions the registry
/// knows, and the letters of American, Canadian and Australian states.
final class Gazetteer {

    private static final int LONGEST = 3;
    private static final int SHORTEST = 3;
    private static final Map<String, Set<String>> CODES = load();

    private Gazetteer() {}

    /// A run of units.
    record Place(int from, int to, Set<String> countries) {}

    static List<Place> places(Catalog catalog, Query query) {
        List<Place> places = new ArrayList<>();
        Units units = query.units();
        for (int from = 0; from < units.size(); from++) {
            addCode(units, from, places);
            StringBuilder run = new StringBuilder();
            for (int to = from; to < Math.min(units.size(), from + LONGEST); to++) {
                if (units.segment(to) != units.segment(from) || units.isEastAsian(to)) {
                    break;
                }
                run.append(query.loose(to));
                if (run.length() >= SHORTEST && !query.loose(from).isEmpty()) {
                    Set<String> countries = catalog.placeCountries(run);
                    if (!countries.isEmpty()) {
                        places.add(new Place(from, to + 1, countries));
                    }
                }
            }
        }
        return places;
    }

    /// 2 if a place beside the match lies in the country, 0 if all lie elsewhere, 1 without any.
    static int fit(List<Place> places, Match match, String country) {
        int fit = 1;
        for (Place place : places) {
            boolean beside = place.to() <= match.from() || place.from() >= match.to();
            if (beside && place.countries().contains(country)) {
                return 2;
            }
            fit = beside ? 0 : fit;
        }
        return fit;
    }

    /// "MA" after a comma, perhaps before a postcode.
    private static void addCode(Units units, int at, List<Place> places) {
        boolean opens = at == 0 || units.segment(at - 1) != units.segment(at);
        boolean closes =
                at + 1 == units.size()
                        || units.segment(at + 1) != units.segment(at)
                        || units.hasDigit(at + 1);
        String source = units.source(at, at + 1);
        if (opens && closes && source.length() <= SHORTEST && CODES.containsKey(source)) {
            places.add(new Place(at, at + 1, CODES.getOrDefault(source, Set.of())));
        }
    }

    private static Map<String, Set<String>> load() {
        Map<String, Set<String>> codes = new HashMap<>();
        for (String[] row : Tables.rows("state-codes.tsv")) {
            codes.computeIfAbsent(row[1], code -> new HashSet<>()).add(row[0]);
        }
        return Map.copyOf(codes);
    }
}
