package org.kakehashi.strategy.internal;

import static org.kakehashi.schema.strategy.Tables.RECORDED_VALUES;
import static org.kakehashi.schema.strategy.Tables.RECORDED_VALUES_HISTORY;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.schema.strategy.tables.records.RecordedValuesRecord;
import org.kakehashi.strategy.RecordedValue;
import org.kakehashi.strategy.ValueEntry;
import org.springframework.stereotype.Repository;

/// Keeps recorded values.
@Repository
public class ValueStore {
    private final DSLContext jooq;

    ValueStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// An indicator in a year.
    public record Whole(String indicator, int year) {}

    /// Every value of the whole.
    public Map<Whole, BigDecimal> wholes() {
        Map<Whole, BigDecimal> all = new HashMap<>();
        jooq.select(RECORDED_VALUES.INDICATOR_CODE, RECORDED_VALUES.YEAR, RECORDED_VALUES.VALUE)
                .from(RECORDED_VALUES)
                .where(RECORDED_VALUES.UNIT_ID.isNull())
                .forEach(row -> all.put(new Whole(row.value1(), row.value2()), row.value3()));
        return all;
    }

    public List<RecordedValue> list(String indicator) {
        return jooq.selectFrom(RECORDED_VALUES)
                .where(RECORDED_VALUES.INDICATOR_CODE.eq(indicator))
                .orderBy(
                        RECORDED_VALUES.YEAR.desc(),
                        RECORDED_VALUES.UNIT_ID.isNotNull(),
                        RECORDED_VALUES.UNIT_ID)
                .fetch(ValueStore::value);
    }

    public List<RecordedValue> listOf(int year) {
        return jooq.selectFrom(RECORDED_VALUES)
                .where(RECORDED_VALUES.YEAR.eq(year))
                .orderBy(RECORDED_VALUES.INDICATOR_CODE, RECORDED_VALUES.UNIT_ID)
                .fetch(ValueStore::value);
    }

    /// What no longer stands.
    public List<RecordedValue> past(String indicator) {
        var past = RECORDED_VALUES_HISTORY;
        Field<OffsetDateTime> until = DSL.field("upper({0})", OffsetDateTime.class, past.RECORDED);
        return jooq.select(past.fields())
                .select(until)
                .from(past)
                .where(past.INDICATOR_CODE.eq(indicator))
                .and(DSL.condition("not upper_inf({0})", past.RECORDED))
                .orderBy(until.desc())
                .limit(200)
                .fetch(row ->
                        new RecordedValue(
                                row.get(past.ID),
                                row.get(past.INDICATOR_CODE),
                                row.get(past.YEAR),
                                row.get(past.UNIT_ID),
                                row.get(past.VALUE),
                                row.get(past.EVIDENCE),
                                file(
                                        row.get(past.FILE_NAME),
                                        row.get(past.FILE_HASH),
                                        row.get(past.FILE_ROW)),
                                row.get(past.ENTERED_BY),
                                row.get(past.ENTERED_AT),
                                row.get(until),
                                row.get(past.VERSION)));
    }

    /// Replaces the value that was seen, or records the first.
    public void save(String indicator, ValueEntry entry) {
        RecordedValuesRecord row =
                jooq.selectFrom(RECORDED_VALUES)
                        .where(at(indicator, entry.year(), entry.unit()))
                        .forUpdate()
                        .fetchOne();
        Integer seen = row == null ? null : row.getVersion();
        if (!java.util.Objects.equals(seen, entry.version())) {
            throw KakehashiException.changedMeanwhile();
        }
        var values = jooq.newRecord(RECORDED_VALUES);
        values.setIndicatorCode(indicator);
        values.setYear(entry.year());
        values.setUnitId(entry.unit());
        values.setValue(entry.value());
        values.setEvidence(entry.evidence());
        RecordedValue.FileRow file = entry.file();
        values.setOrigin(file == null ? "typed" : "imported");
        values.setFileName(file == null ? null : file.name());
        values.setFileHash(file == null ? null : file.hash());
        values.setFileRow(file == null ? null : file.row());
        values.setEnteredBy(CurrentUser.get().id());
        values.setEnteredAt(OffsetDateTime.now(java.time.ZoneOffset.UTC));
        if (row == null) {
            jooq.insertInto(RECORDED_VALUES).set(values).execute();
        } else {
            values.setVersion(row.getVersion() + 1);
            jooq.update(RECORDED_VALUES)
                    .set(values)
                    .where(RECORDED_VALUES.ID.eq(row.getId()))
                    .execute();
        }
    }

    public void delete(String indicator, UUID id, int version) {
        int deleted =
                jooq.deleteFrom(RECORDED_VALUES)
                        .where(RECORDED_VALUES.ID.eq(id))
                        .and(RECORDED_VALUES.INDICATOR_CODE.eq(indicator))
                        .and(RECORDED_VALUES.VERSION.eq(version))
                        .execute();
        if (deleted == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private static Condition at(String indicator, int year, @Nullable UUID unit) {
        return RECORDED_VALUES
                .INDICATOR_CODE
                .eq(indicator)
                .and(RECORDED_VALUES.YEAR.eq(year))
                .and(RECORDED_VALUES.UNIT_ID.isNotDistinctFrom(unit));
    }

    private static RecordedValue value(RecordedValuesRecord row) {
        return new RecordedValue(
                row.getId(),
                row.getIndicatorCode(),
                row.getYear(),
                row.getUnitId(),
                row.getValue(),
                row.getEvidence(),
                file(row.getFileName(), row.getFileHash(), row.getFileRow()),
                row.getEnteredBy(),
                row.getEnteredAt(),
                null,
                row.getVersion());
    }

    private static RecordedValue.@Nullable FileRow file(
            @Nullable String name, @Nullable String hash, @Nullable Integer number) {
        return hash == null
                ? null
                : new RecordedValue.FileRow(
                        name == null ? "" : name, hash, number == null ? 0 : number);
    }
}
