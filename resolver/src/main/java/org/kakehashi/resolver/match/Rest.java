package org.kakehashi.resolver.match;

import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.LegalForms;
import org.kakehashi.resolver.text.Units;
import org.kakehashi.resolver.text.Vocabulary;

/// Judges what stands beside a name in the same segment: "Faculty of Law" before it or 大学院 after it
/// are parts of the institution, a postcode or the city say nothing, anything else means that the
/// name is part of a longer name.
final class Rest {

    private static final int ACADEMY = 3;
    private static final String MEDICAL = "medical";
    private static final String CENTER = "center";

    private final Catalog catalog;
    private final Query query;
    private final Units units;
    private final Set<String> own;

    /// @param own words of the organization's cities and regions, its initials and the code of its
    ///   country, in loose form
    Rest(Catalog catalog, Query query, Set<String> own) {
        this.catalog = catalog;
        this.query = query;
        this.units = query.units();
        this.own = own;
    }

    /// How a rest reads.
    enum Reading {
        NOTHING,
        UNIT,

        /// Ends like a unit: "… Medical School".
        LIKELY_UNIT,
        UNEXPLAINED;

        boolean isUnit() {
            return this == UNIT || this == LIKELY_UNIT;
        }

        Reading worse(Reading other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    Reading read(Match match) {
        Reading left = before(query.segmentStart(match.from()), match.from());
        Reading right = behind(match);
        Reading worse = left.worse(right);
        boolean apart =
                units.isEastAsian(match.from())
                        && left == Reading.NOTHING
                        && match.to() < units.size()
                        && units.isDetached(match.to());
        boolean doubtful = !match.namesInstitution(units) && !apart || straddles(match);
        return worse.isUnit() && doubtful ? Reading.UNEXPLAINED : worse;
    }

    /// What stands before the match in its segment.
    Reading before(Match match) {
        return before(query.segmentStart(match.from()), match.from());
    }

    /// What stands behind the match in its segment.
    Reading behind(Match match) {
        int end = query.segmentEnd(match.to() - 1);
        int from = match.to();
        if (from < end && Numbering.isPossible(units, from)) {
            if (Numbering.counts(catalog, units, match)) {
                return Reading.UNEXPLAINED;
            }
            from++;
        }
        return after(from, end);
    }

    /// Whether the match begins within one segment and ends in another: "Graduate School of
    /// [Science, University of Tokyo]".
    boolean straddles(Match match) {
        return units.segment(match.from()) != units.segment(match.to() - 1)
                && before(query.segmentStart(match.from()), match.from()) != Reading.NOTHING;
    }

    private Reading before(int from, int to) {
        int end = runStart(from, to);
        if (from >= end || isIdle(LegalForms.skip(units, from, end + 1), end)) {
            return Reading.NOTHING;
        }
        int word = from;
        while (word < end && isFootnote(word)) {
            word++;
        }
        if (word == end) {
            return Reading.NOTHING;
        }
        boolean joined = Vocabulary.isJoiningWord(units.get(end - 1));
        boolean part =
                word < end && units.isEastAsian(word)
                        ? Vocabulary.isUnspacedUnit(units.text(word, end))
                        : word < end && Vocabulary.isUnitWord(units.get(word));
        boolean apart = units.isEastAsian(to) && units.isDetached(to);
        boolean other = (joined || apart) && Vocabulary.namesInstitution(units, from, end);
        return part || other ? Reading.UNIT : Reading.UNEXPLAINED;
    }

    /// A number, a letter by itself or a small word before a name: "f The University of Altdorf".
    private boolean isFootnote(int i) {
        boolean letter = units.get(i).length() == 1 && !units.isEastAsian(i);
        return letter || query.loose(i).isEmpty() || units.isNumber(i);
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
        if (Vocabulary.isStreetWord(units.get(from))) {
            return Reading.UNEXPLAINED;
        }
        if (isIdle(from, LegalForms.trim(units, from - 1, to))) {
            return Reading.NOTHING;
        }
        if (units.isEastAsian(from - 1) && units.isDetached(from)) {
            return Reading.UNIT;
        }
        if (isInstituteOfAcademy(from, to)) {
            return Reading.UNEXPLAINED;
        }
        if (units.isEastAsian(from) || units.isEastAsian(to - 1)) {
            boolean unit = Vocabulary.isUnspacedUnit(units.text(from, to));
            return unit ? Reading.UNIT : Reading.UNEXPLAINED;
        }
        if (isOther(from, to) || Vocabulary.isUnitWord(units.get(from))) {
            return Reading.UNIT;
        }
        return closesAsUnit(from, to) || isSchoolOf(from, to)
                ? Reading.LIKELY_UNIT
                : Reading.UNEXPLAINED;
    }

    /// The institutes of an academy of sciences are organizations of their own.
    private boolean isInstituteOfAcademy(int from, int to) {
        return Vocabulary.isAcademy(units.text(Math.max(0, from - ACADEMY), from))
                && Vocabulary.isInstitute(units.text(from, to));
    }

    /// "… and Institute of Physics": something else begins.
    private boolean isOther(int from, int to) {
        boolean joined = Vocabulary.isJoiningWord(units.get(from)) && from + 1 < to;
        return joined
                && (Vocabulary.isUnitWord(units.get(from + 1))
                        || Vocabulary.namesInstitution(units, from + 1, to));
    }

    /// "… Medical School", "… Health Science Center", but not a hospital or medical center, which
    /// are institutions of their own.
    private boolean closesAsUnit(int from, int to) {
        int last = to - 1;
        while (last > from && (query.loose(last).isEmpty() || units.hasDigit(last))) {
            last--;
        }
        boolean medicalCenter =
                query.loose(last).equals(CENTER)
                        && last > 0
                        && query.loose(last - 1).equals(MEDICAL);
        return Vocabulary.isUnitWord(units.get(last))
                && !medicalCenter
                && !Vocabulary.namesInstitution(units, from, to);
    }

    /// "Feinberg School of Medicine": a school of a subject, called after somebody.
    private boolean isSchoolOf(int from, int to) {
        for (int i = from + 1; i + 2 < to; i++) {
            boolean school = Vocabulary.isUnitWord(units.get(i)) && units.get(i + 1).equals("of");
            if (school) {
                return !Vocabulary.namesInstitution(units, from, i)
                        && !Vocabulary.namesInstitution(units, i + 1, to);
            }
        }
        return false;
    }

    /// Numbers, countries, the organization's own places and small words.
    private boolean isIdle(int from, int to) {
        for (int i = from; i < to; i++) {
            String loose = query.loose(i);
            boolean idle =
                    loose.isEmpty()
                            || units.hasDigit(i)
                            || query.isCountry(i)
                            || own.contains(loose)
                            || Vocabulary.isPlaceWord(units.get(i));
            if (!idle) {
                return false;
            }
        }
        return true;
    }
}
