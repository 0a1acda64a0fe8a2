package org.kakehashi.resolver.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.text.Tables;

/// Names organizations took that the registry does not know yet.
final class LaterNames {

    private static final Map<String, List<Entry.Name>> KNOWN = load();

    private LaterNames() {}

    static List<Entry.Name> of(String id) {
        return KNOWN.getOrDefault(id, List.of());
    }

    private static Map<String, List<Entry.Name>> load() {
        Map<String, List<Entry.Name>> known = new HashMap<>();
        for (String[] row : Tables.rows("later-names.tsv")) {
            known.computeIfAbsent(row[0], id -> new ArrayList<>())
                    .add(new Entry.Name(row[2], NameKind.LABEL, row[3]));
        }
        return Map.copyOf(known);
    }
}
