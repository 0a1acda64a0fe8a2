package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Concepts;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// Finds names written with their words in another order or with everyday words in another
/// language. Whole segments and all of the text outside brackets are looked at, and what opens or
/// closes with a word for university: otherwise any order of words means too much.
final class Reordered {

    private static final String UNIVERSITY = "university";
    private static final int LONGEST = 7;

    private Reordered() {}

    static List<Match> find(Catalog catalog, Query query) {
        List<Match> found = new ArrayList<>();
        for (Segments.Range range : Segments.of(query)) {
            List<String> words = Keys.looseWords(query.units(), range.from(), range.to());
            if (words.size() > 1) {
                look(catalog, range, words, found);
            }
        }
        addWithin(catalog, query, found);
        return found;
    }

    /// Runs that open or close with a word for university, whatever stands around them: "Institut
    /// für Physik der Universität Altdorf".
    private static void addWithin(Catalog catalog, Query query, List<Match> found) {
        Units units = query.units();
        for (int i = 0; i < units.size(); i++) {
            if (!UNIVERSITY.equals(Concepts.of(query.loose(i)))) {
                continue;
            }
            int end = Math.min(query.segmentEnd(i), i + LONGEST);
            for (int to = i + 2; to <= end; to++) {
                addTurned(catalog, query, new Segments.Range(i, to), found);
            }
            int start = Math.max(query.segmentStart(i), i + 1 - LONGEST);
            for (int from = i - 1; from >= start; from--) {
                addTurned(catalog, query, new Segments.Range(from, i + 1), found);
            }
        }
    }

    private static void addTurned(
            Catalog catalog, Query query, Segments.Range range, List<Match> found) {
        boolean small =
                query.loose(range.from()).isEmpty() || query.loose(range.to() - 1).isEmpty();
        List<String> words = Keys.looseWords(query.units(), range.from(), range.to());
        if (small || words.size() < 2 || isKnown(range, found)) {
            return;
        }
        List<Catalog.Hit> turned = catalog.find(Keys.turned(words));
        if (!turned.isEmpty()) {
            found.add(new Match(range.from(), range.to(), Keys.TURNED, turned));
        }
    }

    private static boolean isKnown(Segments.Range range, List<Match> found) {
        return found.stream().anyMatch(m -> m.from() == range.from() && m.to() == range.to());
    }

    private static void look(
            Catalog catalog, Segments.Range range, List<String> words, List<Match> found) {
        List<Catalog.Hit> turned = catalog.find(Keys.turned(words));
        List<Catalog.Hit> mixed =
                turned.isEmpty() ? catalog.find(Keys.words(words)) : List.<Catalog.Hit>of();
        if (!turned.isEmpty()) {
            found.add(new Match(range.from(), range.to(), Keys.TURNED, turned));
        } else if (!mixed.isEmpty()) {
            found.add(new Match(range.from(), range.to(), Keys.WORDS, mixed));
        }
    }
}
