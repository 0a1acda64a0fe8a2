package org.kakehashi.resolver.text;

import java.util.HashSet;
import java.util.Set;

/// Legal forms at the start or end of a name, such as 国立大学法人 or Co., Ltd.
public final class LegalForms {

    private static final int LONGEST = 12;
    private static final Set<Long> AT_START = load("start");
    private static final Set<Long> AT_END = load("end");

    private LegalForms() {}

    /// The first unit from `from` that is no part of a legal form.
    public static int skip(Units units, int from, int to) {
        int at = from;
        int after = after(units, at, to);
        while (after > at) {
            at = after;
            after = after(units, at, to);
        }
        return at;
    }

    /// The end of the name before any legal form that ends at `to`.
    public static int trim(Units units, int from, int to) {
        int end = to;
        int before = before(units, from, end);
        while (before < end) {
            end = before;
            before = before(units, from, end);
        }
        return end;
    }

    private static int after(Units units, int from, int to) {
        long hash = Hash.START;
        int found = from;
        for (int i = from; i < to - 1 && i < from + LONGEST; i++) {
            hash = units.grow(hash, i, i == from);
            if (AT_START.contains(hash)) {
                found = i + 1;
            }
        }
        return found;
    }

    private static int before(Units units, int from, int to) {
        for (int start = Math.max(from + 1, to - LONGEST); start < to; start++) {
            if (AT_END.contains(Keys.exact(units, start, to))) {
                return start;
            }
        }
        return to;
    }

    private static Set<Long> load(String where) {
        Set<Long> forms = new HashSet<>();
        for (String[] row : Tables.rows("legal-forms.tsv")) {
            if (row[0].equals(where)) {
                Units units = Units.of(row[1]);
                forms.add(Keys.exact(units, 0, units.size()));
            }
        }
        return Set.copyOf(forms);
    }
}
