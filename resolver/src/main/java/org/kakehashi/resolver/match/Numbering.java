package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// Tells a number that belongs to a name, "University of Paris 8", from the mark of a footnote or a
/// house number behind it, "Altdorf University 4, Altdorf".
final class Numbering {

    private static final int MOST_DIGITS = 2;
    private static final int HIGHEST = 20;

    private Numbering() {}

    static boolean isPossible(Units units, int i) {
        return units.isNumber(i) && units.get(i).length() <= MOST_DIGITS;
    }

    /// Whether the registry has names of these words with a number. Where nothing else is written
    /// the number may always tell one of several apart.
    static boolean counts(Catalog catalog, Units units, Match match) {
        if (match.from() == 0 && match.to() == units.size() - 1) {
            return true;
        }
        List<String> words = new ArrayList<>(Keys.looseWords(units, match.from(), match.to()));
        words.add("");
        for (int number = 1; number <= HIGHEST; number++) {
            words.set(words.size() - 1, Integer.toString(number));
            if (catalog.has(Keys.words(words))) {
                return true;
            }
        }
        return false;
    }
}
