package org.kakehashi.mobility;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which stays: the address of the list, the export and the count in one.
///
/// @param text words of a name, or a register number
/// @param year fiscal year in which the stay begins
/// @param on a day on which it is under way
public record StayFilter(
        String text,
        @Nullable String direction,
        @Nullable String kind,
        @Nullable String status,
        @Nullable String level,
        @Nullable String country,
        @Nullable UUID partner,
        @Nullable UUID unit,
        @Nullable UUID agreement,
        @Nullable Integer year,
        @Nullable LocalDate on) {
    public static final List<String> PARAMETERS =
            List.of(
                    "q",
                    "direction",
                    "kind",
                    "status",
                    "level",
                    "country",
                    "partner",
                    "unit",
                    "agreement",
                    "year",
                    "on");

    public static StayFilter of(Map<String, List<String>> asked) {
        return new StayFilter(
                text(asked, "q") == null ? "" : String.valueOf(text(asked, "q")),
                text(asked, "direction"),
                text(asked, "kind"),
                text(asked, "status"),
                text(asked, "level"),
                text(asked, "country"),
                id(text(asked, "partner")),
                id(text(asked, "unit")),
                id(text(asked, "agreement")),
                number(text(asked, "year")),
                day(text(asked, "on")));
    }

    private static @Nullable String text(Map<String, List<String>> asked, String name) {
        List<String> all = asked.getOrDefault(name, List.of());
        String first = all.isEmpty() ? "" : all.getFirst().strip();
        return first.isEmpty() ? null : first;
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(text)
                : null;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{4}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
