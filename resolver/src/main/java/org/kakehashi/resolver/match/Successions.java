package org.kakehashi.resolver.match;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.text.Tables;

/// Successions the registry does not know yet, with their dates.
final class Successions {

    private static final Map<String, Succession> KNOWN = load();

    private Successions() {}

    /// @param date of the first day of the successor
    record Succession(String successor, LocalDate date) {}

    /// What continues the organization; null where the table says nothing or the day asked about is
    /// before it.
    static @Nullable String after(String id, @Nullable LocalDate day) {
        Succession known = KNOWN.get(id);
        return known == null || day != null && day.isBefore(known.date())
                ? null
                : known.successor();
    }

    private static Map<String, Succession> load() {
        Map<String, Succession> known = new HashMap<>();
        for (String[] row : Tables.rows("successions.tsv")) {
            known.put(row[0], new Succession(row[1], LocalDate.parse(row[2])));
        }
        return Map.copyOf(known);
    }
}
