package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.LINKS;
import static org.kakehashi.schema.organization.Tables.NAMES;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.organization.Tables.RELATIONS;
import static org.kakehashi.schema.organization.Tables.SUCCESSIONS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.Status;
import org.kakehashi.schema.organization.tables.Organizations;
import org.springframework.stereotype.Repository;

/// Reads organizations as the resolver wants them. Its identifiers are ROR ids, and for local
/// organizations their own.
@Repository
public class EntryReader {
    private static final int FETCH = 5_000;
    private static final Organizations OTHER = ORGANIZATIONS.as("other");

    private final DSLContext jooq;

    EntryReader(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Every organization of the registry, one at a time; the caller holds a transaction, for only
    /// then does the database stream, and closes the stream.
    public Stream<Entry> registry() {
        return read(
                ORGANIZATIONS.ORIGIN.eq("ror"),
                SUCCESSIONS.SOURCE.eq("ror"),
                NAMES.SOURCE.eq("ror"));
    }

    /// How many organizations come from the registry.
    int registered() {
        return jooq.fetchCount(ORGANIZATIONS, ORGANIZATIONS.ORIGIN.eq("ror"));
    }

    /// Local organizations but those linked to the registry, and records of the registry that
    /// people gave more names or a successor.
    public List<Entry> own() {
        var named =
                DSL.select(NAMES.ORGANIZATION_ID)
                        .from(NAMES)
                        .where(NAMES.SOURCE.eq("office").and(NAMES.REMOVED_AT.isNull()));
        var linked = DSL.select(LINKS.LOCAL_ID).from(LINKS).where(LINKS.UNDONE_AT.isNull());
        var ended =
                DSL.select(SUCCESSIONS.PREDECESSOR_ID)
                        .from(SUCCESSIONS)
                        .where(SUCCESSIONS.SOURCE.eq("office"));
        Condition own =
                ORGANIZATIONS
                        .ORIGIN
                        .eq("local")
                        .or(ORGANIZATIONS.ID.in(named))
                        .or(ORGANIZATIONS.ID.in(ended));
        try (var entries =
                read(
                        own.and(ORGANIZATIONS.ID.notIn(linked)),
                        DSL.noCondition(),
                        DSL.noCondition())) {
            return entries.toList();
        }
    }

    /// The resolver's identifiers of these organizations.
    public Map<UUID, String> keys(Collection<UUID> ids) {
        return jooq.select(ORGANIZATIONS.ID, key(ORGANIZATIONS))
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ID.in(ids))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /// The resolver's identifier of an organization.
    static Field<String> key(Organizations table) {
        return DSL.coalesce(table.ROR_ID, table.ID.cast(String.class));
    }

    private Stream<Entry> read(Condition which, Condition known, Condition called) {
        Map<UUID, List<String>> parents = parents(which);
        Map<UUID, List<Entry.Successor>> successors = successors(which.and(known));
        Cursor<? extends Record> organizations = organizations(which, known);
        Cursor<? extends Record> names = names(which.and(called));
        var merged = new Merged(organizations, names, parents, successors);
        return Stream.generate(merged::next)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .onClose(organizations::close)
                .onClose(names::close);
    }

    /// Two cursors in the same order, joined as they are read.
    private static final class Merged {
        private final Cursor<? extends Record> organizations;
        private final Cursor<? extends Record> names;
        private final Map<UUID, List<String>> parents;
        private final Map<UUID, List<Entry.Successor>> successors;
        private @Nullable Record name;

        Merged(
                Cursor<? extends Record> organizations,
                Cursor<? extends Record> names,
                Map<UUID, List<String>> parents,
                Map<UUID, List<Entry.Successor>> successors) {
            this.organizations = organizations;
            this.names = names;
            this.parents = parents;
            this.successors = successors;
            this.name = names.fetchNext();
        }

        Optional<Entry> next() {
            Record row = organizations.fetchNext();
            if (row == null) {
                return Optional.empty();
            }
            UUID id = row.get(ORGANIZATIONS.ID);
            List<Entry.Name> own = new ArrayList<>();
            while (name != null && id.equals(name.get(NAMES.ORGANIZATION_ID))) {
                own.add(name(name));
                name = names.fetchNext();
            }
            return Optional.of(
                    entry(
                            row,
                            own,
                            parents.getOrDefault(id, List.of()),
                            successors.getOrDefault(id, List.of())));
        }
    }

    private Map<UUID, List<String>> parents(Condition which) {
        return links(
                jooq.select(RELATIONS.ORGANIZATION_ID, key(OTHER))
                        .from(RELATIONS)
                        .join(ORGANIZATIONS)
                        .on(ORGANIZATIONS.ID.eq(RELATIONS.ORGANIZATION_ID))
                        .join(OTHER)
                        .on(OTHER.ID.eq(RELATIONS.OTHER_ID))
                        .where(RELATIONS.TYPE.eq("parent").and(which)));
    }

    private Map<UUID, List<Entry.Successor>> successors(Condition which) {
        Field<LocalDate> since = DSL.max(SUCCESSIONS.HAPPENED_DATE);
        return jooq.select(SUCCESSIONS.PREDECESSOR_ID, key(OTHER), since)
                .from(SUCCESSIONS)
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ID.eq(SUCCESSIONS.PREDECESSOR_ID))
                .join(OTHER)
                .on(OTHER.ID.eq(SUCCESSIONS.SUCCESSOR_ID))
                .where(which)
                .groupBy(SUCCESSIONS.PREDECESSOR_ID, key(OTHER))
                .orderBy(since, key(OTHER))
                .fetchGroups(
                        row -> row.value1(),
                        row -> new Entry.Successor(row.value2(), row.value3()));
    }

    private static Map<UUID, List<String>> links(ResultQuery<Record2<UUID, String>> query) {
        Map<UUID, List<String>> links = new HashMap<>();
        query.forEach(row ->
                links.computeIfAbsent(row.value1(), any -> new ArrayList<>(2)).add(row.value2()));
        return links;
    }

    private Cursor<? extends Record> organizations(Condition which, Condition known) {
        // Continued by another since nobody knows when: ended, whatever the registry says.
        Condition ended =
                DSL.exists(
                        DSL.selectOne()
                                .from(SUCCESSIONS)
                                .where(known)
                                .and(SUCCESSIONS.PREDECESSOR_ID.eq(ORGANIZATIONS.ID))
                                .and(SUCCESSIONS.SOURCE.eq("office"))
                                .and(SUCCESSIONS.HAPPENED_DATE.isNull()));
        Field<String> status =
                DSL.when(ended.and(ORGANIZATIONS.STATUS.eq("active")), "inactive")
                        .otherwise(ORGANIZATIONS.STATUS);
        return jooq.select(
                        ORGANIZATIONS.ID,
                        key(ORGANIZATIONS).as("key"),
                        status.as(ORGANIZATIONS.STATUS),
                        ORGANIZATIONS.COUNTRY,
                        ORGANIZATIONS.SUBDIVISION,
                        ORGANIZATIONS.CITY,
                        ORGANIZATIONS.TYPES,
                        ORGANIZATIONS.WEBSITE,
                        ORGANIZATIONS.DOMAINS)
                .from(ORGANIZATIONS)
                .where(which)
                .orderBy(ORGANIZATIONS.ID)
                .fetchSize(FETCH)
                .fetchLazy();
    }

    private Cursor<? extends Record> names(Condition which) {
        return jooq.select(NAMES.ORGANIZATION_ID, NAMES.VALUE, NAMES.LANGUAGE, NAMES.KIND)
                .from(NAMES)
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ID.eq(NAMES.ORGANIZATION_ID))
                .where(which.and(NAMES.REMOVED_AT.isNull()).and(NAMES.SOURCE.ne("decision")))
                .orderBy(NAMES.ORGANIZATION_ID, NAMES.POSITION)
                .fetchSize(FETCH)
                .fetchLazy();
    }

    private static Entry entry(
            Record row,
            List<Entry.Name> names,
            List<String> parents,
            List<Entry.Successor> successors) {
        List<String> domains = new ArrayList<>(Arrays.asList(row.get(ORGANIZATIONS.DOMAINS)));
        Optional.ofNullable(row.get(ORGANIZATIONS.WEBSITE)).ifPresent(domains::add);
        return new Entry(
                row.get("key", String.class),
                Status.valueOf(row.get(ORGANIZATIONS.STATUS).toUpperCase(Locale.ROOT)),
                orEmpty(row.get(ORGANIZATIONS.COUNTRY)),
                kinds(row.get(ORGANIZATIONS.TYPES)),
                names,
                Stream.of(row.get(ORGANIZATIONS.CITY), row.get(ORGANIZATIONS.SUBDIVISION))
                        .filter(place -> place != null)
                        .toList(),
                domains,
                parents,
                successors);
    }

    private static Entry.Name name(Record row) {
        return new Entry.Name(
                row.get(NAMES.VALUE),
                NameKind.valueOf(row.get(NAMES.KIND).toUpperCase(Locale.ROOT)),
                orEmpty(row.get(NAMES.LANGUAGE)));
    }

    private static Set<Kind> kinds(String[] types) {
        return Arrays.stream(types)
                .map(type -> Kind.valueOf(type.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
