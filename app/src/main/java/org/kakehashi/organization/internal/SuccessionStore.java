package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.organization.Tables.SUCCESSIONS;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Succession;
import org.kakehashi.organization.Successions.NewSuccession;
import org.kakehashi.schema.organization.tables.Organizations;
import org.kakehashi.schema.organization.tables.records.SuccessionsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes the office's successions; those of the registry come with imports.
@Repository
public class SuccessionStore {
    private static final Organizations BEFORE = ORGANIZATIONS.as("before");
    private static final Organizations AFTER = ORGANIZATIONS.as("after");

    private final DSLContext jooq;

    SuccessionStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Succession> of(UUID organization) {
        return where(
                SUCCESSIONS
                        .PREDECESSOR_ID
                        .eq(organization)
                        .or(SUCCESSIONS.SUCCESSOR_ID.eq(organization)));
    }

    /// Successions of these predecessors, of several entries for one successor the dated one.
    public Map<UUID, List<Succession>> after(Collection<UUID> organizations) {
        Map<UUID, Map<UUID, Succession>> found = new HashMap<>();
        for (Succession one : where(SUCCESSIONS.PREDECESSOR_ID.in(organizations))) {
            found.computeIfAbsent(one.predecessor().id(), any -> new LinkedHashMap<>())
                    .putIfAbsent(one.successor().id(), one);
        }
        Map<UUID, List<Succession>> after = new HashMap<>();
        found.forEach((id, successors) -> after.put(id, List.copyOf(successors.values())));
        return after;
    }

    /// Records of the registry that continue these organizations, as the registry says.
    public Map<UUID, List<OrganizationRef>> successorsOf(Collection<UUID> organizations) {
        return jooq.selectDistinct(SUCCESSIONS.PREDECESSOR_ID, Rows.ref(AFTER))
                .from(SUCCESSIONS)
                .join(AFTER)
                .on(AFTER.ID.eq(SUCCESSIONS.SUCCESSOR_ID))
                .where(
                        SUCCESSIONS
                                .PREDECESSOR_ID
                                .in(organizations)
                                .and(SUCCESSIONS.SOURCE.eq("ror"))
                                .and(AFTER.ROR_ID.isNotNull()))
                .fetchGroups(row -> row.value1(), row -> row.value2());
    }

    public Optional<Succession> find(UUID id) {
        return where(SUCCESSIONS.ID.eq(id)).stream().findFirst();
    }

    public boolean exists(UUID predecessor, UUID successor) {
        return jooq.fetchExists(
                SUCCESSIONS,
                SUCCESSIONS
                        .PREDECESSOR_ID
                        .eq(predecessor)
                        .and(SUCCESSIONS.SUCCESSOR_ID.eq(successor))
                        .and(SUCCESSIONS.SOURCE.eq("office")));
    }

    public UUID insert(NewSuccession given) {
        return jooq.insertInto(SUCCESSIONS)
                .set(values(given))
                .set(SUCCESSIONS.SOURCE, "office")
                .returningResult(SUCCESSIONS.ID)
                .fetchSingle()
                .value1();
    }

    /// Fails if someone else changed it meanwhile.
    public void delete(UUID id, int version) {
        int gone =
                jooq.deleteFrom(SUCCESSIONS)
                        .where(SUCCESSIONS.ID.eq(id))
                        .and(SUCCESSIONS.SOURCE.eq("office"))
                        .and(SUCCESSIONS.VERSION.eq(version))
                        .execute();
        if (gone == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private SuccessionsRecord values(NewSuccession given) {
        SuccessionsRecord values = jooq.newRecord(SUCCESSIONS);
        values.setPredecessorId(given.predecessor());
        values.setSuccessorId(given.successor());
        values.setKind(given.kind());
        values.setHappenedDate(given.happened().date());
        values.setHappenedPrecision(given.happened().precision().name().toLowerCase(Locale.ROOT));
        values.setHappenedWritten(given.happened().written());
        values.setNote(given.note());
        values.setRecordedByLogin(CurrentUser.get().login());
        return values;
    }

    private List<Succession> where(Condition condition) {
        return jooq.select(SUCCESSIONS.fields())
                .select(Rows.ref(BEFORE).as("predecessor"), Rows.ref(AFTER).as("successor"))
                .from(SUCCESSIONS)
                .join(BEFORE)
                .on(BEFORE.ID.eq(SUCCESSIONS.PREDECESSOR_ID))
                .join(AFTER)
                .on(AFTER.ID.eq(SUCCESSIONS.SUCCESSOR_ID))
                .where(condition)
                .orderBy(SUCCESSIONS.HAPPENED_DATE.asc().nullsLast(), SUCCESSIONS.ID)
                .fetch(SuccessionStore::succession);
    }

    private static Succession succession(Record row) {
        return new Succession(
                row.get(SUCCESSIONS.ID),
                row.get("predecessor", OrganizationRef.class),
                row.get("successor", OrganizationRef.class),
                row.get(SUCCESSIONS.KIND),
                Rows.date(
                        row,
                        SUCCESSIONS.HAPPENED_DATE,
                        SUCCESSIONS.HAPPENED_PRECISION,
                        SUCCESSIONS.HAPPENED_WRITTEN),
                row.get(SUCCESSIONS.SOURCE),
                row.get(SUCCESSIONS.NOTE),
                row.get(SUCCESSIONS.RECORDED_BY_LOGIN),
                row.get(SUCCESSIONS.VERSION));
    }
}
