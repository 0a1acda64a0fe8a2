package org.kakehashi.resolver.match;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.kakehashi.resolver.text.CountryNames;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.LegalForms;
import org.kakehashi.resolver.text.Tables;
import org.kakehashi.resolver.text.Units;

/// Where a name can begin. Words begin names freely; among unspaced characters a name begins only
/// where the run begins, or after a legal form, a country or a word like 国立. This keeps 工業大学 out of
/// 東北工業大学.
final class Boundaries {

    private static final int LONGEST_PREFIX = 14;
    private static final Set<Long> PREFIXES =
            Tables.rows("prefix-words.tsv").stream()
                    .map(row -> Units.of(row[0]))
                    .map(units -> Keys.exact(units, 0, units.size()))
                    .collect(Collectors.toUnmodifiableSet());

    private Boundaries() {}

    static boolean[] starts(Units units) {
        boolean[] starts = new boolean[units.size()];
        for (int i = 0; i < units.size(); i++) {
            boolean begins =
                    !units.isEastAsian(i) || units.isDetached(i) || !units.isEastAsian(i - 1);
            if (begins) {
                starts[i] = true;
                afterPrefixes(units, i, starts);
            }
        }
        return starts;
    }

    private static void afterPrefixes(Units units, int from, boolean[] starts) {
        if (!units.isEastAsian(from)) {
            return;
        }
        Set<Integer> after = new HashSet<>(Set.of(LegalForms.skip(units, from, units.size())));
        int limit = Math.min(units.size(), from + LONGEST_PREFIX);
        for (int end = from + 1; end < limit; end++) {
            boolean prefix =
                    PREFIXES.contains(Keys.exact(units, from, end))
                            || !CountryNames.named(units, from, end).isEmpty();
            if (prefix && units.segment(end) == units.segment(from)) {
                after.add(end);
            }
        }
        for (int start : after) {
            if (start < units.size() && !starts[start] && start != from) {
                starts[start] = true;
                afterPrefixes(units, start, starts);
            }
        }
    }
}
