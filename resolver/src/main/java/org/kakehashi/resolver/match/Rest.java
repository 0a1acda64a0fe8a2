package org.kakehashi.resolver.match;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kakehashi.resolver.text.LegalForms;
import org.kakehashi.resolver.text.Tables;
import org.kakehashi.resolver.text.Units;

/// Judges what stands beside a name in the same segment: "Faculty of Law" before it or 大学院 after it
/// are parts of the institution, a postcode or the city say nothing, anything else means that the
/// name is part of a longer name.
final class Rest {

    private static final Set<String> UNIT_WORDS = words("unit-words.tsv");
    private static final Set<String> PLACE_WORDS = words("place-words.tsv");
    private static final List<String> UNIT_ENDINGS = endings("unit-endings.tsv");
    private static final List<String> OWN_ENDINGS = endings("institution-endings.tsv");

    private static final String GRADUATE = "大学院";

    private final Query query;
    private final Units units;
    private final Set<String> places;

    /// @param places words of the organization's cities and regions, in loose form
    Rest(Query query, Set<String> places) {
        this.query = query;
        this.units = query.units();
        this.places = places;
    }

    /// How a rest reads.
    enum Reading {
        NOTHING,
        UNIT,
        UNEXPLAINED;

        Reading worse(Reading other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    Reading read(Match match) {
        Reading left = before(query.segmentStart(match.from()), match.from());
        Reading right = after(match.to(), query.segmentEnd(match.to() - 1));
        return left.worse(right);
    }

    private Reading before(int from, int to) {
        int end = runStart(from, to);
        if (from >= end || isIdle(LegalForms.skip(units, from, end + 1), end)) {
            return Reading.NOTHING;
        }
        int word = from;
        while (word < end && (query.loose(word).isEmpty() || units.isNumber(word))) {
            word++;
        }
        if (word < end && units.isEastAsian(word)) {
            return eastAsian(units.text(word, end));
        }
        return word < end && isUnitWord(word) ? Reading.UNIT : Reading.UNEXPLAINED;
    }

    /// Where the unspaced run begins that the name stands in: what lies between is a prefix that
    /// [Boundaries] knows.
    private int runStart(int from, int to) {
        int start = to;
        while (start > from
                && units.isEastAsian(start)
                && units.isEastAsian(start - 1)
                && !units.isDetached(start)) {
            start--;
        }
        return start;
    }

    private Reading after(int from, int to) {
        if (from >= to) {
            return Reading.NOTHING;
        }
        if (isNumbering(from)) {
            return Reading.UNEXPLAINED;
        }
        if (isIdle(from, LegalForms.trim(units, from - 1, to))) {
            return Reading.NOTHING;
        }
        if (units.isEastAsian(from) || units.isEastAsian(to - 1)) {
            return eastAsian(units.text(from, to));
        }
        return isUnitWord(from) ? Reading.UNIT : Reading.UNEXPLAINED;
    }

    /// A short number right behind a name belongs to it: "University of Paris 8".
    private boolean isNumbering(int i) {
        return units.isNumber(i) && units.get(i).length() <= 2;
    }

    private boolean isUnitWord(int i) {
        return UNIT_WORDS.contains(units.get(i));
    }

    private static Reading eastAsian(String rest) {
        boolean own = OWN_ENDINGS.stream().anyMatch(rest::endsWith);
        boolean unit = UNIT_ENDINGS.stream().anyMatch(rest::endsWith) || rest.startsWith(GRADUATE);
        return unit && !own ? Reading.UNIT : Reading.UNEXPLAINED;
    }

    /// Numbers, countries, the organization's own places and small words.
    private boolean isIdle(int from, int to) {
        for (int i = from; i < to; i++) {
            String loose = query.loose(i);
            boolean idle =
                    loose.isEmpty()
                            || units.hasDigit(i)
                            || query.isCountry(i)
                            || places.contains(loose)
                            || PLACE_WORDS.contains(units.get(i));
            if (!idle) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> words(String table) {
        return Tables.rows(table).stream().map(row -> row[0]).collect(Collectors.toSet());
    }

    private static List<String> endings(String table) {
        return Tables.rows(table).stream()
                .map(row -> Units.of(row[0]))
                .map(units -> units.text(0, units.size()))
                .toList();
    }
}
