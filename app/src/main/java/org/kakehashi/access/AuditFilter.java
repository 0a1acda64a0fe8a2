package org.kakehashi.access;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.ui.view.Query;

/// Which entries of the trail are wanted: an action, a person, a record, days (both included),
/// `change` or `reading`. Null wants all.
public record AuditFilter(
        @Nullable String action,
        @Nullable UUID actor,
        @Nullable UUID subject,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Boolean reading) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

    /// As the address of the page says it; what cannot be read is left out.
    public static AuditFilter of(Query query) {
        String kind = query.first("kind");
        return new AuditFilter(
                query.first("action"),
                id(query.first("actor")),
                id(query.first("subject")),
                day(query.first("from")),
                day(query.first("until")),
                kind == null ? null : Boolean.valueOf(kind.equals("reading")));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text != null && text.matches("[0-9a-fA-F-]{36}") ? UUID.fromString(text) : null;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
