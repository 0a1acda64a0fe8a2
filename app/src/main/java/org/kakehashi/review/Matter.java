package org.kakehashi.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A general matter (一般案件): anything put to review that has no room of its own.
///
/// @param country ISO 3166-1 alpha-2 of the partner, null if there is none or it is unknown
/// @param burden whether it burdens money or staff: yes, no, unknown
/// @param links where the papers are, one address a line
public record Matter(
        UUID id,
        Bilingual title,
        Bilingual text,
        String topic,
        String level,
        @Nullable String country,
        String burden,
        Set<UUID> units,
        String links,
        @Nullable UUID createdBy,
        int version) {
    public static final List<String> TOPICS =
            List.of("agreement", "strategic_partner", "overseas_office", "event", "other");
    public static final List<String> LEVELS = List.of("university", "department", "unknown");
    public static final List<String> BURDENS = List.of("yes", "no", "unknown");

    public Matter {
        units = Set.copyOf(units);
    }
}
