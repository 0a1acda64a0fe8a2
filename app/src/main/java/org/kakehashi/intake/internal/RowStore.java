package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.IMPORTS;
import static org.kakehashi.schema.intake.Tables.MISSING;
import static org.kakehashi.schema.intake.Tables.QUESTIONS;
import static org.kakehashi.schema.intake.Tables.ROWS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Comparison;
import org.kakehashi.intake.Comparison.FieldChange;
import org.kakehashi.intake.FigureValues;
import org.kakehashi.intake.ListRow;
import org.kakehashi.intake.ListValues;
import org.kakehashi.intake.PartnerValues;
import org.kakehashi.intake.RowView;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The only class that writes the rows read, what comparing them gave, and the questions about
/// them.
@Repository
public class RowStore {
    static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<List<Integer>>>> USED =
            new TypeReference<>() {};
    private static final int FETCHED = 2000;

    private final DSLContext jooq;
    private final IntakeJson json;

    RowStore(DSLContext jooq, IntakeJson json) {
        this.jooq = jooq;
        this.json = json;
    }

    /// A row as read.
    public record Read(
            int row,
            int number,
            List<String> cells,
            Map<String, List<List<Integer>>> used,
            ListValues values,
            @Nullable UUID spelling) {}

    /// A question about a cell.
    public record Asked(
            int row, int column, String kind, String field, String written, List<String> choices) {}

    public void insert(UUID importId, List<Read> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jooq.execute(
                """
                insert into intake.rows (import_id, sheet_row, number, cells, used, content, spelling_id)
                select ?::uuid, r.* from unnest(?::int[], ?::int[], ?::jsonb[], ?::jsonb[], ?::jsonb[], ?::uuid[]) r
                """,
                importId,
                rows.stream().map(Read::row).toArray(Integer[]::new),
                rows.stream().map(Read::number).toArray(Integer[]::new),
                rows.stream().map(row -> json.text(row.cells())).toArray(String[]::new),
                rows.stream().map(row -> json.text(row.used())).toArray(String[]::new),
                rows.stream().map(row -> json.text(row.values())).toArray(String[]::new),
                rows.stream().map(Read::spelling).toArray(UUID[]::new));
    }

    public void ask(UUID importId, List<Asked> questions) {
        for (Asked one : questions) {
            jooq.insertInto(QUESTIONS)
                    .set(QUESTIONS.IMPORT_ID, importId)
                    .set(QUESTIONS.SHEET_ROW, one.row())
                    .set(QUESTIONS.SHEET_COLUMN, one.column())
                    .set(QUESTIONS.KIND, one.kind())
                    .set(QUESTIONS.FIELD, one.field())
                    .set(QUESTIONS.WRITTEN, one.written())
                    .set(QUESTIONS.CHOICES, one.choices().toArray(String[]::new))
                    .execute();
        }
    }

    public List<Asked> questions(UUID importId, int limit) {
        return jooq.selectFrom(QUESTIONS)
                .where(QUESTIONS.IMPORT_ID.eq(importId))
                .orderBy(QUESTIONS.SHEET_ROW, QUESTIONS.SHEET_COLUMN)
                .limit(limit)
                .fetch(row ->
                        new Asked(
                                row.getSheetRow(),
                                row.getSheetColumn(),
                                row.getKind(),
                                row.getField(),
                                row.getWritten(),
                                List.of(row.getChoices())));
    }

    public int questionCount(UUID importId) {
        return jooq.fetchCount(QUESTIONS, QUESTIONS.IMPORT_ID.eq(importId));
    }

    public void clear(UUID importId) {
        jooq.deleteFrom(MISSING).where(MISSING.IMPORT_ID.eq(importId)).execute();
        jooq.deleteFrom(QUESTIONS).where(QUESTIONS.IMPORT_ID.eq(importId)).execute();
        jooq.deleteFrom(ROWS).where(ROWS.IMPORT_ID.eq(importId)).execute();
    }

    /// Tells the planner what was just written in bulk: without it the next statements of the same
    /// transaction take large tables for empty ones.
    public void analyze() {
        jooq.execute("analyze intake.spellings, intake.rows, intake.sources");
    }

    /// Gives the rows of every spelling, or of one, the institution decided for it.
    public void settle(UUID importId, @Nullable UUID spelling) {
        jooq.execute(
                """
                update intake.rows r set organization_id = case when s.decision is null or s.decision = 'organization' then s.organization_id end
                from intake.spellings s
                where r.import_id = ? and s.import_id = ? and r.spelling_id = s.id and (?::uuid is null or s.id = ?)
                  and r.organization_id is distinct from case when s.decision is null or s.decision = 'organization' then s.organization_id end
                """,
                importId,
                importId,
                spelling,
                spelling);
    }

    /// Hands over all rows in groups about the same institution, some thousand at a time. Must be
    /// called within a transaction: the rows are not held in memory together.
    public void forEachGroup(UUID importId, boolean figures, Consumer<List<ListRow>> use) {
        var order =
                DSL.coalesce(
                        ROWS.ORGANIZATION_ID.cast(String.class),
                        ROWS.SPELLING_ID.cast(String.class),
                        DSL.val(""));
        try (var rows =
                jooq.select(
                                ROWS.ID,
                                ROWS.SHEET_ROW,
                                ROWS.NUMBER,
                                ROWS.ORGANIZATION_ID,
                                ROWS.SPELLING_ID,
                                ROWS.CONTENT)
                        .from(ROWS)
                        .where(ROWS.IMPORT_ID.eq(importId))
                        .orderBy(order, ROWS.SHEET_ROW, ROWS.NUMBER)
                        .fetchSize(FETCHED)
                        .fetchLazy()) {
            List<ListRow> group = new ArrayList<>();
            Map<UUID, UUID> spellings = new HashMap<>();
            Object last = null;
            for (var row : rows) {
                Object key =
                        row.value4() != null
                                ? row.value4()
                                : row.value5() == null ? "" : row.value5();
                if (group.size() >= FETCHED && (figures || !key.equals(last))) {
                    use.accept(withBefore(importId, group, spellings));
                    group = new ArrayList<>();
                    spellings = new HashMap<>();
                }
                last = key;
                if (row.value5() != null) {
                    spellings.put(row.value1(), row.value5());
                }
                group.add(
                        new ListRow(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                values(row.value6().data(), figures),
                                List.of()));
            }
            if (!group.isEmpty()) {
                use.accept(withBefore(importId, group, spellings));
            }
        }
    }

    /// Adds what earlier lists stored under the same spelling of an institution.
    private List<ListRow> withBefore(UUID importId, List<ListRow> rows, Map<UUID, UUID> spellings) {
        if (spellings.isEmpty()) {
            return rows;
        }
        Map<UUID, List<UUID>> before = new HashMap<>();
        jooq.fetch(
                        """
                        select distinct mine.id, s.subject_id from intake.spellings mine
                        join intake.spellings other on other.key = mine.key and other.import_id <> mine.import_id
                        join intake.rows r on r.spelling_id = other.id
                        join intake.sources s on s.row_id = r.id
                        where mine.import_id = ? and mine.id = any (?::uuid[])
                        """,
                        importId,
                        spellings.values().stream().distinct().toArray(UUID[]::new))
                .forEach(row ->
                        before.computeIfAbsent(row.get(0, UUID.class), any -> new ArrayList<>())
                                .add(row.get(1, UUID.class)));
        if (before.isEmpty()) {
            return rows;
        }
        return rows.stream()
                .map(row ->
                        new ListRow(
                                row.id(),
                                row.row(),
                                row.number(),
                                row.organization(),
                                row.values(),
                                before.getOrDefault(
                                        spellings.getOrDefault(row.id(), row.id()), List.of())))
                .toList();
    }

    public void setCompared(List<ListRow> rows, List<Comparison> answers, String subjectKind) {
        jooq.execute(
                """
                update intake.rows r set state = a.state, subject_id = a.subject, subject_kind = ?, changes = a.changes, reason = a.reason
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::jsonb[], ?::text[]) a (id, state, subject, changes, reason)
                where r.id = a.id and (r.state, r.subject_id, r.changes, r.reason) is distinct from (a.state, a.subject, a.changes, a.reason)
                """,
                subjectKind,
                rows.stream().map(ListRow::id).toArray(UUID[]::new),
                answers.stream().map(answer -> answer.state().code()).toArray(String[]::new),
                answers.stream().map(Comparison::subject).toArray(UUID[]::new),
                answers.stream().map(answer -> json.text(answer.changes())).toArray(String[]::new),
                answers.stream().map(Comparison::reason).toArray(String[]::new));
    }

    /// Rows by state, with `taken.<state>` for those to be stored.
    public Map<String, Integer> counts(UUID importId) {
        Map<String, Integer> counts = new HashMap<>();
        jooq.select(ROWS.STATE, DSL.count(), DSL.count().filterWhere(ROWS.TAKEN))
                .from(ROWS)
                .where(ROWS.IMPORT_ID.eq(importId))
                .groupBy(ROWS.STATE)
                .forEach(row -> {
                    counts.put(row.value1(), row.value2());
                    counts.put("taken." + row.value1(), row.value3());
                });
        counts.put("missing", jooq.fetchCount(MISSING, MISSING.IMPORT_ID.eq(importId)));
        return counts;
    }

    /// Takes or leaves rows; without ids all of that state.
    public void take(UUID importId, String state, @Nullable List<UUID> ids, boolean taken) {
        jooq.update(ROWS)
                .set(ROWS.TAKEN, taken)
                .where(ROWS.IMPORT_ID.eq(importId).and(ROWS.STATE.eq(state)))
                .and(
                        ids == null
                                ? DSL.trueCondition()
                                : ROWS.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .execute();
    }

    public List<RowView> page(
            UUID importId, @Nullable String state, boolean figures, long offset, int limit) {
        return jooq.selectFrom(ROWS)
                .where(ROWS.IMPORT_ID.eq(importId))
                .and(state == null ? DSL.trueCondition() : ROWS.STATE.eq(state))
                .orderBy(ROWS.SHEET_ROW, ROWS.NUMBER)
                .offset(offset)
                .limit(limit)
                .fetch(row -> view(row, figures));
    }

    public List<RowView> ofSpelling(UUID importId, UUID spelling, int limit) {
        return jooq.selectFrom(ROWS)
                .where(ROWS.IMPORT_ID.eq(importId).and(ROWS.SPELLING_ID.eq(spelling)))
                .orderBy(ROWS.SHEET_ROW, ROWS.NUMBER)
                .limit(limit)
                .fetch(row -> view(row, false));
    }

    public Optional<RowView> find(UUID id) {
        return jooq.select(ROWS.fields())
                .select(IMPORTS.LIST_KIND)
                .from(ROWS)
                .join(IMPORTS)
                .on(IMPORTS.ID.eq(ROWS.IMPORT_ID))
                .where(ROWS.ID.eq(id))
                .fetchOptional(row -> view(row, row.get(IMPORTS.LIST_KIND).equals("figures")));
    }

    private ListValues values(String content, boolean figures) {
        return figures
                ? json.read(content, FigureValues.class)
                : json.read(content, PartnerValues.class);
    }

    private RowView view(Record row, boolean figures) {
        return new RowView(
                row.get(ROWS.ID),
                row.get(ROWS.IMPORT_ID),
                row.get(ROWS.SHEET_ROW),
                row.get(ROWS.NUMBER),
                json.read(row.get(ROWS.CELLS), CELLS),
                json.read(row.get(ROWS.USED), USED),
                values(row.get(ROWS.CONTENT).data(), figures),
                row.get(ROWS.ORGANIZATION_ID),
                row.get(ROWS.STATE),
                json.read(row.get(ROWS.CHANGES), CHANGES),
                row.get(ROWS.REASON),
                row.get(ROWS.TAKEN),
                row.get(ROWS.SUBJECT_KIND),
                row.get(ROWS.SUBJECT_ID));
    }

    /// Hands over the rows to be stored, some thousand at a time, with the record each changes.
    public void forEachTaken(
            UUID importId,
            String state,
            boolean figures,
            java.util.function.BiConsumer<List<ListRow>, Map<UUID, UUID>> use) {
        try (var rows =
                jooq.select(
                                ROWS.ID,
                                ROWS.SHEET_ROW,
                                ROWS.NUMBER,
                                ROWS.ORGANIZATION_ID,
                                ROWS.CONTENT,
                                ROWS.SUBJECT_ID)
                        .from(ROWS)
                        .where(
                                ROWS.IMPORT_ID
                                        .eq(importId)
                                        .and(ROWS.STATE.eq(state))
                                        .and(ROWS.TAKEN))
                        .orderBy(ROWS.SHEET_ROW, ROWS.NUMBER)
                        .fetchSize(FETCHED)
                        .fetchLazy()) {
            List<ListRow> some = new ArrayList<>();
            Map<UUID, UUID> subjects = new HashMap<>();
            for (var row : rows) {
                some.add(
                        new ListRow(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                values(row.value5().data(), figures),
                                List.of()));
                if (row.value6() != null) {
                    subjects.put(row.value1(), row.value6());
                }
                if (some.size() == FETCHED) {
                    use.accept(some, subjects);
                    some = new ArrayList<>();
                    subjects = new HashMap<>();
                }
            }
            if (!some.isEmpty()) {
                use.accept(some, subjects);
            }
        }
    }

    public void setSubjects(List<UUID> rows, List<UUID> subjects) {
        jooq.execute(
                "update intake.rows r set subject_id = a.subject from unnest(?::uuid[], ?::uuid[]) a (id, subject) where r.id = a.id",
                rows.toArray(UUID[]::new),
                subjects.toArray(UUID[]::new));
    }
}
