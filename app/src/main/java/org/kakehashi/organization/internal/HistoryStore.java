package org.kakehashi.organization.internal;

import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS_HISTORY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.OrganizationEvent;
import org.kakehashi.organization.RegistryChange;
import org.kakehashi.schema.organization.tables.OrganizationsHistory;
import org.springframework.stereotype.Repository;

/// Reads the history twin of organizations.
@Repository
public class HistoryStore {
    private static final OrganizationsHistory H = ORGANIZATIONS_HISTORY;

    /// Fields people edit, by the last part of their message keys.
    private static final Map<String, Field<?>> EDITED =
            Map.of(
                    "name_ja", H.NAME_JA,
                    "name_en", H.NAME_EN,
                    "country", H.COUNTRY,
                    "city", H.CITY,
                    "status", H.STATUS,
                    "types", H.TYPES,
                    "website", H.WEBSITE,
                    "note", H.NOTE);

    private final DSLContext jooq;

    HistoryStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// What people changed about a local organization, oldest first.
    public List<OrganizationEvent> edits(UUID organization) {
        List<OrganizationEvent> events = new ArrayList<>();
        Record before = null;
        for (Record row :
                jooq.select(H.fields())
                        .select(USERS.LOGIN)
                        .from(H)
                        .leftJoin(USERS)
                        .on(USERS.ID.eq(H.RECORDED_BY))
                        .where(H.ID.eq(organization))
                        .orderBy(org.jooq.impl.DSL.field("lower({0})", Object.class, H.RECORDED))
                        .fetch()) {
            events.add(
                    new OrganizationEvent(
                            row.get(H.RECORDED).lower(),
                            before == null
                                    ? "organization.event.created"
                                    : "organization.event.changed",
                            row.get(H.NAME),
                            row.get(USERS.LOGIN),
                            before == null ? List.of() : differences(before, row)));
            before = row;
        }
        return events;
    }

    private static List<RegistryChange.Field> differences(Record before, Record after) {
        return EDITED.entrySet().stream()
                .map(field ->
                        new RegistryChange.Field(
                                field.getKey(),
                                text(before.get(field.getValue())),
                                text(after.get(field.getValue()))))
                .filter(field -> !Objects.equals(field.before(), field.after()))
                .sorted(java.util.Comparator.comparing(RegistryChange.Field::name))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Object[] several) {
            return String.join(" / ", Arrays.stream(several).map(String::valueOf).toList());
        }
        return value == null ? null : value.toString();
    }
}
