package org.kakehashi.resolver.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.text.Tables;

/// Successions the registry does not know yet, with their dates.
final class Successions {

    private static final Map<String, List<Entry.Successor>> KNOWN = load();

    private Successions() {}

    /// What continues the organization; empty where the table says nothing.
    static List<Entry.Successor> of(String id) {
        return KNOWN.getOrDefault(id, List.of());
    }

    private static Map<String, List<Entry.Successor>> load() {
        Map<String, List<Entry.Successor>> known = new HashMap<>();
        for (String[] row : Tables.rows("successions.tsv")) {
            known.computeIfAbsent(row[0], any -> new ArrayList<>())
                    .add(new Entry.Successor(row[1], LocalDate.parse(row[2])));
        }
        known.replaceAll((id, successors) -> List.copyOf(successors));
        return Map.copyOf(known);
    }
}
