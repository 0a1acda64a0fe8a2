package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;

/// Finds names written with their words in another order or with everyday words in another
/// language. Only whole segments, and all of the text outside brackets, are looked at: within a
/// longer run any order of words means too much.
final class Reordered {

    private Reordered() {}

    static List<Match> find(Catalog catalog, Query query) {
        List<Match> found = new ArrayList<>();
        for (Segments.Range range : Segments.of(query)) {
            List<String> words = Keys.looseWords(query.units(), range.from(), range.to());
            if (words.size() > 1) {
                look(catalog, range, words, found);
            }
        }
        return found;
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
