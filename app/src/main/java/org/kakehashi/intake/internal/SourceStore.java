package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.DEEDS;
import static org.kakehashi.schema.intake.Tables.FILES;
import static org.kakehashi.schema.intake.Tables.IMPORTS;
import static org.kakehashi.schema.intake.Tables.MISSING;
import static org.kakehashi.schema.intake.Tables.ROWS;
import static org.kakehashi.schema.intake.Tables.SHEETS;
import static org.kakehashi.schema.intake.Tables.SOURCES;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.ListTarget.Deed;
import org.kakehashi.intake.ListTarget.Stored;
import org.springframework.stereotype.Repository;

/// The only class that writes where facts are from, what imports did, and what a list no longer
/// has.
@Repository
public class SourceStore {
    private final DSLContext jooq;

    SourceStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// A source with the unit that decides who may see it.
    public record Found(
            UUID row,
            String file,
            String sheet,
            int sheetRow,
            @Nullable String field,
            OffsetDateTime at,
            @Nullable UUID unit) {}

    /// A record that the list no longer has.
    public record Gone(
            UUID id, UUID subject, @Nullable UUID earlierRow, String label, boolean closed) {}

    /// Records what rows stored: the source of each record and what was done to it.
    public void stored(UUID importId, String subjectKind, List<UUID> rows, List<Stored> stored) {
        jooq.execute(
                """
                insert into intake.deeds (import_id, row_id, subject_kind, subject_id, deed, before, version_after)
                select ?::uuid, a.row, ?, a.subject, a.deed, a.before, a.version
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::jsonb[], ?::int[]) a (row, subject, deed, before, version)
                """,
                importId,
                subjectKind,
                rows.toArray(UUID[]::new),
                stored.stream().map(Stored::subject).toArray(UUID[]::new),
                stored.stream()
                        .map(one -> one.created() ? "created" : "changed")
                        .toArray(String[]::new),
                stored.stream().map(Stored::before).toArray(String[]::new),
                stored.stream().map(Stored::version).toArray(Integer[]::new));
        sources(importId, subjectKind, rows, stored.stream().map(Stored::subject).toList());
    }

    private void sources(UUID importId, String kind, List<UUID> rows, List<UUID> subjects) {
        jooq.execute(
                """
                insert into intake.sources (subject_kind, subject_id, row_id, import_id)
                select ?, a.subject, a.row, ?::uuid from unnest(?::uuid[], ?::uuid[]) a (row, subject)
                """,
                kind,
                importId,
                rows.toArray(UUID[]::new),
                subjects.toArray(UUID[]::new));
    }

    /// Rows that said what was known already are sources of it too, and changed fields name theirs.
    public void confirmed(UUID importId) {
        jooq.execute(
                """
                insert into intake.sources (subject_kind, subject_id, row_id, import_id)
                select subject_kind, subject_id, id, import_id from intake.rows where import_id = ? and state = 'same'
                """,
                importId);
        jooq.execute(
                """
                insert into intake.sources (subject_kind, subject_id, field, row_id, import_id)
                select r.subject_kind, r.subject_id, c ->> 'field', r.id, r.import_id
                from intake.rows r cross join jsonb_array_elements(r.changes) c
                where r.import_id = ? and r.state = 'changed' and r.taken
                """,
                importId);
    }

    public void closed(UUID importId, String subjectKind, List<Stored> stored) {
        for (Stored one : stored) {
            jooq.insertInto(DEEDS)
                    .set(DEEDS.IMPORT_ID, importId)
                    .set(DEEDS.SUBJECT_KIND, subjectKind)
                    .set(DEEDS.SUBJECT_ID, one.subject())
                    .set(DEEDS.DEED, "closed")
                    .set(
                            DEEDS.BEFORE,
                            one.before() == null ? null : org.jooq.JSONB.valueOf(one.before()))
                    .set(DEEDS.VERSION_AFTER, one.version())
                    .execute();
        }
    }

    public List<Deed> deeds(UUID importId) {
        return jooq.selectFrom(DEEDS)
                .where(DEEDS.IMPORT_ID.eq(importId))
                .orderBy(DEEDS.ID.desc())
                .fetch(row ->
                        new Deed(
                                row.getSubjectId(),
                                row.getDeed().equals("created"),
                                row.getBefore() == null ? null : row.getBefore().data(),
                                row.getVersionAfter()));
    }

    public void forget(UUID importId) {
        jooq.deleteFrom(SOURCES).where(SOURCES.IMPORT_ID.eq(importId)).execute();
        jooq.deleteFrom(DEEDS).where(DEEDS.IMPORT_ID.eq(importId)).execute();
    }

    /// A later import in force that knows records this one created or changed: the name of its
    /// file.
    public Optional<String> dependent(UUID importId) {
        return jooq.fetchOptional(
                        """
                        select f.name from intake.deeds d
                        join intake.sources s on s.subject_kind = d.subject_kind and s.subject_id = d.subject_id and s.import_id <> d.import_id
                        join intake.imports mine on mine.id = d.import_id
                        join intake.imports later on later.id = s.import_id and later.state = 'committed' and later.committed_at > mine.committed_at
                        join intake.files f on f.id = later.file_id
                        where d.import_id = ? limit 1
                        """,
                        importId)
                .map(row -> row.get(0, String.class));
    }

    public List<Found> of(String kind, UUID subject) {
        return jooq.select(
                        SOURCES.ROW_ID,
                        FILES.NAME,
                        SHEETS.NAME,
                        ROWS.SHEET_ROW,
                        SOURCES.FIELD,
                        SOURCES.RECORDED_AT,
                        IMPORTS.UNIT_ID)
                .from(SOURCES)
                .join(ROWS)
                .on(ROWS.ID.eq(SOURCES.ROW_ID))
                .join(IMPORTS)
                .on(IMPORTS.ID.eq(SOURCES.IMPORT_ID))
                .join(FILES)
                .on(FILES.ID.eq(IMPORTS.FILE_ID))
                .join(SHEETS)
                .on(SHEETS.ID.eq(IMPORTS.SHEET_ID))
                .where(SOURCES.SUBJECT_KIND.eq(kind).and(SOURCES.SUBJECT_ID.eq(subject)))
                .orderBy(SOURCES.RECORDED_AT.desc(), ROWS.SHEET_ROW)
                .limit(200)
                .fetch(row ->
                        new Found(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7()));
    }

    public Set<UUID> subjects(@Nullable UUID importId, String kind) {
        return importId == null
                ? Set.of()
                : new HashSet<>(
                        jooq.selectDistinct(SOURCES.SUBJECT_ID)
                                .from(SOURCES)
                                .where(SOURCES.IMPORT_ID.eq(importId))
                                .and(SOURCES.SUBJECT_KIND.eq(kind))
                                .fetch(SOURCES.SUBJECT_ID));
    }

    /// Notes what the earlier import had and the rows of this one do not.
    public void noteMissing(UUID importId, UUID earlier, String kind) {
        jooq.execute(
                """
                insert into intake.missing (import_id, subject_kind, subject_id, earlier_row_id, label)
                select distinct on (s.subject_id) ?::uuid, s.subject_kind, s.subject_id, s.row_id,
                       coalesce(r.content ->> 'institution', r.content ->> 'label', '')
                from intake.sources s join intake.rows r on r.id = s.row_id
                where s.import_id = ? and s.subject_kind = ?
                  and not exists (select from intake.rows mine where mine.import_id = ? and mine.subject_id = s.subject_id)
                order by s.subject_id, s.row_id
                on conflict do nothing
                """,
                importId,
                earlier,
                kind,
                importId);
    }

    /// Forgets those that rows of this import turned out to be about, or that no longer exist.
    public void clearMissing(UUID importId) {
        jooq.deleteFrom(MISSING)
                .where(MISSING.IMPORT_ID.eq(importId).and(MISSING.CLOSED.isFalse()))
                .execute();
        jooq.execute(
                """
                delete from intake.missing m where m.import_id = ?
                  and exists (select from intake.rows r where r.import_id = m.import_id and r.subject_id = m.subject_id)
                """,
                importId);
    }

    public void removeMissing(UUID importId, Set<UUID> known) {
        jooq.deleteFrom(MISSING)
                .where(MISSING.IMPORT_ID.eq(importId))
                .and(MISSING.SUBJECT_ID.notIn(known))
                .execute();
    }

    public List<Gone> missing(UUID importId, long offset, int limit) {
        return jooq.selectFrom(MISSING)
                .where(MISSING.IMPORT_ID.eq(importId))
                .orderBy(MISSING.LABEL, MISSING.ID)
                .offset(offset)
                .limit(limit)
                .fetch(row ->
                        new Gone(
                                row.getId(),
                                row.getSubjectId(),
                                row.getEarlierRowId(),
                                row.getLabel(),
                                row.getClosed()));
    }

    public List<UUID> toClose(UUID importId) {
        return jooq.select(MISSING.SUBJECT_ID)
                .from(MISSING)
                .where(MISSING.IMPORT_ID.eq(importId).and(MISSING.CLOSED))
                .fetch(MISSING.SUBJECT_ID);
    }

    public void setClosed(UUID importId, @Nullable List<UUID> ids, boolean closed) {
        jooq.update(MISSING)
                .set(MISSING.CLOSED, closed)
                .where(MISSING.IMPORT_ID.eq(importId))
                .and(ids == null ? org.jooq.impl.DSL.trueCondition() : MISSING.ID.in(ids))
                .execute();
    }
}
