package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.resolver.text.LegalForms;
import org.kakehashi.resolver.text.Units;
import org.kakehashi.resolver.text.Vocabulary;

/// Parts of a text that may as a whole be the name of an institution.
final class Segments {

    private static final int LONGEST = 16;
    private static final String UNIVERSITY = "大学";

    private Segments() {}

    /// A run of units.
    record Range(int from, int to) {}

    /// All of the text outside brackets, then each segment, without numbers, countries and legal
    /// forms at the ends.
    static List<Range> of(Query query) {
        List<Range> ranges = new ArrayList<>();
        Units units = query.units();
        int open = outside(units);
        add(ranges, query, 0, open);
        for (int start = 0; start < units.size(); start = query.segmentEnd(start)) {
            int end = query.segmentEnd(start);
            if (start > 0 || end != open) {
                add(ranges, query, start, end);
            }
        }
        return ranges;
    }

    /// The ranges, and those of unspaced characters also without the unit behind the institution:
    /// 澳門大學 科技學院, ミュンヘン大学医学部.
    static List<Range> withHeads(Query query) {
        List<Range> ranges = new ArrayList<>();
        for (Range range : of(query)) {
            ranges.add(range);
            int end = headEnd(query.units(), range);
            if (end < range.to()) {
                ranges.add(new Range(range.from(), end));
            }
        }
        return ranges;
    }

    private static int headEnd(Units units, Range range) {
        for (int i = range.from() + 2; i < range.to() && units.isEastAsian(i - 1); i++) {
            boolean university = units.text(i - 2, i).equals(UNIVERSITY);
            boolean unit =
                    units.isDetached(i)
                            || university && Vocabulary.isUnspacedUnit(units.text(i, range.to()));
            if (unit && Vocabulary.namesInstitution(units, range.from(), i)) {
                return i;
            }
        }
        return range.to();
    }

    /// Whether the run reads like an institution of its own and not like a part of one.
    static boolean namesInstitution(Query query, Range range) {
        return Vocabulary.namesInstitution(query.units(), range.from(), range.to());
    }

    private static int outside(Units units) {
        int end = 0;
        while (end < units.size() && units.depth(end) == 0) {
            end++;
        }
        return end;
    }

    private static void add(List<Range> ranges, Query query, int from, int to) {
        Units units = query.units();
        int end = to;
        while (end > from && isMargin(query, end - 1)) {
            end--;
        }
        end = LegalForms.trim(units, from, end);
        int start = LegalForms.skip(units, from, end);
        while (start < end && (query.loose(start).isEmpty() || units.isNumber(start))) {
            start++;
        }
        if (start < end && (units.isEastAsian(start) || end - start <= LONGEST)) {
            ranges.add(new Range(start, end));
        }
    }

    private static boolean isMargin(Query query, int i) {
        return query.isCountry(i)
                || query.units().hasDigit(i) && !query.units().isEastAsian(i) && isLong(query, i);
    }

    private static boolean isLong(Query query, int i) {
        return query.units().get(i).length() > 2;
    }
}
