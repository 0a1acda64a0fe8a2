package org.kakehashi.mobility.internal;

import static org.kakehashi.schema.mobility.Tables.STAYS;
import static org.kakehashi.schema.mobility.Tables.STAYS_HISTORY;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.mobility.Stay;
import org.kakehashi.schema.mobility.tables.records.StaysRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes stays. Its callers are in a transaction.
@Repository
public class StayStore {
    private static final int ROWS = 500;

    /// A stay of a list, with whose it is.
    public record Fresh(UUID person, Stay.Content content) {}

    /// What higher layers keep of a person's stays: the units, and until when they run.
    public record Span(Set<UUID> units, @Nullable LocalDate until) {}

    private final DSLContext jooq;

    StayStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<Stay> find(UUID id) {
        return jooq.selectFrom(STAYS).where(STAYS.ID.eq(id)).fetchOptional(StayRows::stay);
    }

    /// The latest first.
    public List<Stay> of(Collection<UUID> people) {
        return jooq.selectFrom(STAYS)
                .where(STAYS.PERSON_ID.eq(DSL.any(people.toArray(UUID[]::new))))
                .orderBy(STAYS.STARTS.desc().nullsFirst(), STAYS.ID.desc())
                .fetch(StayRows::stay);
    }

    /// A version of a stay as it was recorded.
    public record Version(
            OffsetDateTime at, @Nullable UUID by, @Nullable String reason, Stay stay) {}

    /// The latest first.
    public List<Version> versions(UUID id) {
        return jooq.selectFrom(STAYS_HISTORY)
                .where(STAYS_HISTORY.ID.eq(id))
                .orderBy(STAYS_HISTORY.RECORDED.desc())
                .fetch(row ->
                        new Version(
                                Objects.requireNonNull(row.getRecorded().lower()),
                                row.getRecordedBy(),
                                row.getRecordedReason(),
                                StayRows.stay(row.into(STAYS))));
    }

    public UUID insert(UUID person, Stay.Content content) {
        return jooq.insertInto(STAYS)
                .set(StayRows.row(person, content))
                .returningResult(STAYS.ID)
                .fetchSingle()
                .value1();
    }

    /// Many at once, with their history in one statement for some hundred.
    public List<UUID> insertAll(List<Fresh> all) {
        List<UUID> ids =
                jooq.select(DSL.field("uuidv7()", SQLDataType.UUID))
                        .from(DSL.generateSeries(1, all.size()))
                        .fetch(Record1::value1);
        setting("later");
        for (int from = 0; from < all.size(); from += ROWS) {
            int to = Math.min(all.size(), from + ROWS);
            List<StaysRecord> rows = new ArrayList<>();
            for (int i = from; i < to; i++) {
                StaysRecord row = StayRows.row(all.get(i).person(), all.get(i).content());
                row.setId(ids.get(i));
                rows.add(row);
            }
            jooq.insertInto(STAYS).set(rows).execute();
            begun(ids.subList(from, to));
        }
        setting("");
        return ids;
    }

    private void begun(List<UUID> ids) {
        jooq.execute(
                """
                insert into mobility.stays_history
                select tstzrange(clock_timestamp(), null, '[)'), nullif(current_setting('kakehashi.actor', true), '')::uuid,
                    nullif(current_setting('kakehashi.reason', true), ''), (r.v).*
                from (select jsonb_populate_record(s, e.emptied) as v from mobility.stays s,
                      (select kernel.emptied('mobility.stays') as emptied) e where s.id = any (?::uuid[]) offset 0) r
                """,
                (Object) ids.toArray(UUID[]::new));
    }

    private void setting(String value) {
        jooq.fetch("select set_config('mobility.history', ?, true)", value);
    }

    public void update(UUID id, int version, UUID person, Stay.Content content) {
        StaysRecord row = StayRows.row(person, content);
        int found =
                jooq.update(STAYS)
                        .set(row)
                        .set(STAYS.VERSION, STAYS.VERSION.plus(1))
                        .where(STAYS.ID.eq(id).and(STAYS.VERSION.eq(version)))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    /// Stays of these people point at the other; answers which.
    public List<UUID> move(UUID from, UUID to) {
        return jooq.update(STAYS)
                .set(STAYS.PERSON_ID, to)
                .where(STAYS.PERSON_ID.eq(from))
                .returningResult(STAYS.ID)
                .fetch(Record1::value1);
    }

    public void moveBack(List<UUID> stays, UUID from, UUID to) {
        jooq.update(STAYS)
                .set(STAYS.PERSON_ID, to)
                .where(STAYS.ID.eq(DSL.any(stays.toArray(UUID[]::new))))
                .and(STAYS.PERSON_ID.eq(from))
                .execute();
    }

    /// What people write of their own accord goes when they are erased.
    public void forget(UUID person) {
        jooq.update(STAYS).setNull(STAYS.NOTE).where(STAYS.PERSON_ID.eq(person)).execute();
    }

    /// Units and last day by person. A stay without a known end leaves the last day open for ever.
    public Map<UUID, Span> spans(Collection<UUID> people) {
        Map<UUID, Span> spans = new HashMap<>();
        List<UUID> all = List.copyOf(people);
        for (int from = 0; from < all.size(); from += ROWS) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + ROWS));
            jooq.select(
                            STAYS.PERSON_ID,
                            DSL.arrayAggDistinct(STAYS.UNIT_ID),
                            DSL.when(
                                    DSL.boolAnd(
                                            STAYS.ENDS
                                                    .isNotNull()
                                                    .or(STAYS.STATUS.eq("cancelled"))),
                                    DSL.max(DSL.coalesce(STAYS.ENDS, STAYS.STARTS))))
                    .from(STAYS)
                    .where(STAYS.PERSON_ID.eq(DSL.any(some.toArray(UUID[]::new))))
                    .groupBy(STAYS.PERSON_ID)
                    .forEach(row -> {
                        Set<UUID> units = new HashSet<>();
                        for (UUID unit : row.value2()) {
                            if (unit != null) {
                                units.add(unit);
                            }
                        }
                        spans.put(row.value1(), new Span(units, row.value3()));
                    });
        }
        return spans;
    }
}
