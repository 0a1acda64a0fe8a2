package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// Finds names written with their words in another order. Only whole segments, and all of the text
/// outside brackets, are looked at: within a longer run any order of words means too much.
final class Reordered {

    private static final int LONGEST = 16;

    private final Catalog catalog;
    private final Query query;
    private final List<Match> found = new ArrayList<>();

    private Reordered(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
    }

    static List<Match> find(Catalog catalog, Query query) {
        Reordered reordered = new Reordered(catalog, query);
        Units units = query.units();
        int open = outside(units);
        reordered.look(0, open);
        for (int start = 0; start < units.size(); start = query.segmentEnd(start)) {
            int end = query.segmentEnd(start);
            if (start > 0 || end != open) {
                reordered.look(start, end);
            }
        }
        return reordered.found;
    }

    private static int outside(Units units) {
        int end = 0;
        while (end < units.size() && units.depth(end) == 0) {
            end++;
        }
        return end;
    }

    private void look(int from, int to) {
        int start = from;
        while (start < to && (query.loose(start).isEmpty() || query.units().isNumber(start))) {
            start++;
        }
        int end = to;
        while (end > start && (query.isCountry(end - 1) || query.units().hasDigit(end - 1))) {
            end--;
        }
        if (end - start < 2 || end - start > LONGEST) {
            return;
        }
        List<String> words = Keys.looseWords(query.units(), start, end);
        if (words.size() > 1 && !add(start, end, Keys.TURNED, Keys.turned(words))) {
            add(start, end, Keys.WORDS, Keys.words(words));
        }
    }

    private boolean add(int from, int to, int family, long key) {
        List<Catalog.Hit> hits = catalog.find(key);
        if (!hits.isEmpty()) {
            found.add(new Match(from, to, family, hits));
        }
        return !hits.isEmpty();
    }
}
