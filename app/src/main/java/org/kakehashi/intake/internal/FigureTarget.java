package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.FIGURES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Comparison;
import org.kakehashi.intake.Comparison.FieldChange;
import org.kakehashi.intake.FigureValues;
import org.kakehashi.intake.ListContext;
import org.kakehashi.intake.ListRow;
import org.kakehashi.intake.ListTarget;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.TextFolding;
import org.kakehashi.schema.intake.tables.records.FiguresRecord;
import org.springframework.stereotype.Repository;

/// Keeps figures by country, unit, year and column. A figure is the same as a stored one when name
/// of the statistics, unit, table, date, row and column agree.
@Repository
class FigureTarget implements ListTarget {
    private final DSLContext jooq;
    private final IntakeJson json;

    FigureTarget(DSLContext jooq, IntakeJson json) {
        this.jooq = jooq;
        this.json = json;
    }

    private record Key(String block, @Nullable LocalDate asOf, String label, String measure) {
        static Key of(FigureValues figure) {
            return new Key(
                    figure.block(),
                    figure.asOf().date(),
                    TextFolding.key(figure.label()),
                    TextFolding.key(figure.measure()));
        }

        static Key of(FiguresRecord row) {
            return new Key(
                    row.getBlock(),
                    row.getAsOfDate(),
                    TextFolding.key(row.getLabel()),
                    TextFolding.key(row.getMeasure()));
        }
    }

    /// What a change replaces.
    private record Before(@Nullable Long value, @Nullable Long women, List<String> flags) {}

    @Override
    public String kind() {
        return "figures";
    }

    @Override
    public String subjectKind() {
        return "figure";
    }

    @Override
    public List<Comparison> compare(ListContext context, List<ListRow> rows) {
        Map<Key, FiguresRecord> stored = new HashMap<>();
        jooq.selectFrom(FIGURES)
                .where(FIGURES.LIST_NAME.eq(context.name()))
                .and(FIGURES.UNIT_ID.isNotDistinctFrom(context.unit()))
                .forEach(row -> stored.put(Key.of(row), row));
        Set<Key> seen = new HashSet<>();
        return rows.stream()
                .map(row -> {
                    FigureValues figure = (FigureValues) row.values();
                    Key key = Key.of(figure);
                    return seen.add(key)
                            ? compare(figure, stored.get(key))
                            : Comparison.duplicate();
                })
                .toList();
    }

    private static Comparison compare(FigureValues figure, @Nullable FiguresRecord stored) {
        if (stored == null) {
            return Comparison.isNew();
        }
        List<FieldChange> changes = new ArrayList<>();
        change(changes, "intake.field.value", stored.getValue(), figure.value());
        change(changes, "intake.field.women", stored.getWomen(), figure.women());
        return changes.isEmpty()
                ? Comparison.same(stored.getId())
                : Comparison.changed(stored.getId(), changes);
    }

    private static void change(
            List<FieldChange> changes, String field, @Nullable Long before, @Nullable Long after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, number(before), number(after)));
        }
    }

    private static Bilingual number(@Nullable Long value) {
        String text = value == null ? null : value.toString();
        return new Bilingual(text, text);
    }

    @Override
    public List<Stored> apply(ListContext context, List<Taken> rows) {
        List<FiguresRecord> fresh = new ArrayList<>();
        List<Stored> stored = new ArrayList<>();
        for (Taken taken : rows) {
            FigureValues figure = (FigureValues) taken.row().values();
            UUID subject = taken.subject();
            if (subject == null) {
                UUID id = UUID.randomUUID();
                fresh.add(row(id, context, figure));
                stored.add(new Stored(id, true, null, 0));
            } else {
                stored.add(update(subject, figure));
            }
        }
        for (int from = 0; from < fresh.size(); from += 500) {
            jooq.insertInto(FIGURES)
                    .set(fresh.subList(from, Math.min(fresh.size(), from + 500)))
                    .execute();
        }
        return stored;
    }

    private static FiguresRecord row(UUID id, ListContext context, FigureValues figure) {
        FiguresRecord row = new FiguresRecord();
        row.setId(id);
        row.setListName(context.name());
        row.setBlock(figure.block());
        row.setUnitId(context.unit());
        row.setAsOfDate(figure.asOf().date());
        row.setAsOfPrecision(ImportStore.precision(figure.asOf()));
        row.setAsOfWritten(figure.asOf().written());
        row.setFiscalYear(figure.fiscalYear());
        row.setCountry(figure.country());
        row.setLabel(figure.label());
        row.setMeasure(figure.measure());
        row.setValue(figure.value());
        row.setWomen(figure.women());
        row.setFlags(figure.flags().toArray(String[]::new));
        row.setVersion(0);
        return row;
    }

    private Stored update(UUID id, FigureValues figure) {
        FiguresRecord row = jooq.fetchSingle(FIGURES, FIGURES.ID.eq(id));
        String before =
                json.text(new Before(row.getValue(), row.getWomen(), List.of(row.getFlags())));
        row.setValue(figure.value());
        row.setWomen(figure.women());
        row.setFlags(figure.flags().toArray(String[]::new));
        row.setVersion(row.getVersion() + 1);
        row.update();
        return new Stored(id, false, before, row.getVersion());
    }

    @Override
    public boolean closes() {
        return false;
    }

    @Override
    public List<Stored> close(ListContext context, List<UUID> subjects) {
        throw new UnsupportedOperationException("figures do not end");
    }

    @Override
    public void undo(List<Deed> deeds, String reason) {
        List<UUID> ids = deeds.stream().map(Deed::subject).toList();
        Versions.requireUnchanged(
                deeds,
                jooq.select(FIGURES.ID, FIGURES.VERSION)
                        .from(FIGURES)
                        .where(FIGURES.ID.eq(org.jooq.impl.DSL.any(ids.toArray(UUID[]::new))))
                        .fetchMap(FIGURES.ID, FIGURES.VERSION));
        for (Deed deed : deeds) {
            String before = deed.before();
            if (before != null) {
                Before was = json.read(before, Before.class);
                jooq.update(FIGURES)
                        .set(FIGURES.VALUE, was.value())
                        .set(FIGURES.WOMEN, was.women())
                        .set(FIGURES.FLAGS, was.flags().toArray(String[]::new))
                        .set(FIGURES.VERSION, FIGURES.VERSION.plus(1))
                        .where(FIGURES.ID.eq(deed.subject()))
                        .execute();
            }
        }
        UUID[] created =
                deeds.stream().filter(Deed::created).map(Deed::subject).toArray(UUID[]::new);
        jooq.deleteFrom(FIGURES).where(FIGURES.ID.eq(org.jooq.impl.DSL.any(created))).execute();
    }

    @Override
    public Map<UUID, Subject> subjects(Collection<UUID> ids) {
        Map<UUID, Subject> found = new HashMap<>();
        jooq.selectFrom(FIGURES)
                .where(FIGURES.ID.eq(org.jooq.impl.DSL.any(ids.toArray(UUID[]::new))))
                .forEach(row ->
                        found.put(
                                row.getId(),
                                new Subject(
                                        row.getId(),
                                        row.getLabel() + " · " + row.getMeasure(),
                                        null)));
        return found;
    }
}
