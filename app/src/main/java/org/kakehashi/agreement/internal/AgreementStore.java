package org.kakehashi.agreement.internal;

import static org.jooq.impl.DSL.any;
import static org.kakehashi.schema.agreement.Tables.AGREEMENTS;
import static org.kakehashi.schema.agreement.Tables.ANNEXES;
import static org.kakehashi.schema.agreement.Tables.NUMBERS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.schema.agreement.Routines;
import org.kakehashi.schema.agreement.tables.records.AgreementsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes agreements and their parts. Its callers are in a transaction.
@Repository
public class AgreementStore {
    private static final int ROWS_OF_A_STATEMENT = 400;

    private final DSLContext jooq;
    private final MemorandumStore memoranda;

    AgreementStore(DSLContext jooq, MemorandumStore memoranda) {
        this.jooq = jooq;
        this.memoranda = memoranda;
    }

    /// Inserts the agreements under numbers of today's year and answers their ids in the same
    /// order.
    public List<UUID> insert(List<AgreementContent> contents, LocalDate today) {
        if (contents.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = freshIds(contents.size());
        int number = takeNumbers(today.getYear(), contents.size());
        List<AgreementsRecord> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            AgreementsRecord row = Rows.agreement(contents.get(i));
            row.setId(ids.get(i));
            row.setNumber("A-%d-%04d".formatted(today.getYear(), number + i));
            if (row.getKnownFrom() == null) {
                row.setKnownFrom(today);
            }
            row.setVersion(0);
            rows.add(row);
        }
        later(true);
        insertRows(rows);
        for (Part<?> part : Part.ALL) {
            insertPart(part, ids, contents);
        }
        jooq.execute(
                "insert into agreement.agreements_history select "
                        + Part.RECORDED
                        + ", a.* from agreement.agreements a where a.id = any (?::uuid[])",
                (Object) ids.toArray(UUID[]::new));
        later(false);
        refresh(ids);
        return ids;
    }

    /// Changes agreements that still have the versions given. Only what differs is written.
    public void update(List<Agreement> changed, Map<UUID, Agreement> present) {
        set("agreement.refresh", "later");
        for (Agreement wanted : changed) {
            AgreementsRecord row = Rows.agreement(wanted.content());
            row.reset(AGREEMENTS.ID);
            int found =
                    jooq.update(AGREEMENTS)
                            .set(row)
                            .set(AGREEMENTS.VERSION, AGREEMENTS.VERSION.plus(1))
                            .where(AGREEMENTS.ID.eq(wanted.id()))
                            .and(AGREEMENTS.VERSION.eq(wanted.version()))
                            .execute();
            if (found == 0) {
                throw KakehashiException.changedMeanwhile();
            }
            AgreementContent before = Objects.requireNonNull(present.get(wanted.id())).content();
            for (Part<?> part : Part.ALL) {
                if (part.of(before).equals(part.of(wanted.content()))) {
                    continue;
                }
                if (part.table().equals(ANNEXES)) {
                    memoranda.replace(wanted.id(), wanted.content().annexes());
                } else {
                    replacePart(part, wanted.id(), wanted.content());
                }
            }
        }
        set("agreement.refresh", "");
        refresh(changed.stream().map(Agreement::id).toList());
    }

    /// Removes agreements; their history stays.
    public void delete(Collection<UUID> ids) {
        jooq.deleteFrom(AGREEMENTS)
                .where(AGREEMENTS.ID.eq(any(ids.toArray(UUID[]::new))))
                .execute();
    }

    /// What the history says about why the rows of this transaction were written.
    public void reason(String reason) {
        set("kakehashi.reason", reason);
    }

    private <R extends UpdatableRecord<R>> void insertPart(
            Part<R> part, List<UUID> ids, List<AgreementContent> contents) {
        List<R> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.addAll(part.rows(ids.get(i), contents.get(i)));
        }
        if (rows.isEmpty()) {
            return;
        }
        insertRows(rows);
        jooq.execute(part.historyInsert(), (Object) ids.toArray(UUID[]::new));
    }

    private <R extends UpdatableRecord<R>> void insertRows(List<R> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_OF_A_STATEMENT) {
            List<R> some = rows.subList(from, Math.min(rows.size(), from + ROWS_OF_A_STATEMENT));
            jooq.insertInto(some.getFirst().getTable()).set(some).execute();
        }
    }

    /// Rows keep their place: the third partner stays the same row while it is the third.
    private <R extends UpdatableRecord<R>> void replacePart(
            Part<R> part, UUID agreement, AgreementContent content) {
        Map<Integer, R> present = new HashMap<>();
        jooq.selectFrom(part.table())
                .where(part.agreement().eq(agreement))
                .forEach(row -> present.put(row.get(part.position()), row));
        for (R row : part.rows(agreement, content)) {
            R before = present.remove(row.get(part.position()));
            if (before == null) {
                jooq.executeInsert(row);
            } else {
                row.set(part.id(), before.get(part.id()));
                jooq.executeUpdate(row);
            }
        }
        present.values().forEach(jooq::executeDelete);
    }

    private int takeNumbers(int year, int count) {
        return jooq.insertInto(NUMBERS)
                        .set(NUMBERS.YEAR, year)
                        .set(NUMBERS.LAST, count)
                        .onConflict(NUMBERS.YEAR)
                        .doUpdate()
                        .set(NUMBERS.LAST, NUMBERS.LAST.plus(count))
                        .returningResult(NUMBERS.LAST)
                        .fetchSingle()
                        .value1()
                - count
                + 1;
    }

    private List<UUID> freshIds(int count) {
        return jooq.select(DSL.field("uuidv7()", SQLDataType.UUID))
                .from(DSL.generateSeries(1, count))
                .fetch(Record1::value1);
    }

    private void refresh(List<UUID> ids) {
        Routines.refresh(jooq.configuration(), ids.toArray(UUID[]::new));
    }

    private void later(boolean on) {
        set("agreement.refresh", on ? "later" : "");
        set("agreement.history", on ? "later" : "");
    }

    private void set(String setting, String value) {
        jooq.fetch("select set_config(?, ?, true)", setting, value);
    }
}
