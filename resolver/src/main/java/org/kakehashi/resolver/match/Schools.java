package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Hash;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// Finds universities named by their schools: "Hoshino Medical School" and "Hoshino School of Law"
/// are parts of Hoshino University.
final class Schools {

    private static final Set<String> SCHOOLS = Set.of("school", "faculty");
    private static final Set<String> SUBJECTS =
            Set.of("medical", "law", "business", "dental", "graduate", "divinity", "veterinary");
    private static final int LONGEST = 3;

    private Schools() {}

    static List<Match> find(Catalog catalog, Query query) {
        Units units = query.units();
        List<Match> found = new ArrayList<>();
        for (int i = 1; i + 1 < units.size(); i++) {
            if (units.segment(i) == units.segment(i + 1) && opens(units, i)) {
                look(catalog, query, i, found);
            }
        }
        return found;
    }

    private static boolean opens(Units units, int i) {
        String next = units.get(i + 1);
        return SCHOOLS.contains(units.get(i)) && next.equals("of")
                || SUBJECTS.contains(units.get(i)) && next.equals("school");
    }

    private static void look(Catalog catalog, Query query, int school, List<Match> found) {
        Units units = query.units();
        int least = Math.max(query.segmentStart(school), school - LONGEST);
        for (int from = least; from < school; from++) {
            long name = Hash.add(Keys.exact(units, from, school), " university");
            List<Catalog.Hit> hits =
                    catalog.find(Hash.finish(name, Keys.EXACT)).stream()
                            .filter(hit -> catalog.is(hit.org(), Kind.EDUCATION))
                            .toList();
            if (!hits.isEmpty()) {
                found.add(new Match(from, query.segmentEnd(school), Keys.PART, hits));
                return;
            }
        }
    }
}
