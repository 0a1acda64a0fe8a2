package org.kakehashi.strategy.internal;

import static org.kakehashi.schema.strategy.Tables.TARGETS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.schema.strategy.tables.records.TargetsRecord;
import org.kakehashi.strategy.Target;
import org.springframework.stereotype.Repository;

/// Keeps targets.
@Repository
public class TargetStore {
    private final DSLContext jooq;

    TargetStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Target> list(String indicator) {
        return jooq.selectFrom(TARGETS)
                .where(TARGETS.INDICATOR_CODE.eq(indicator))
                .orderBy(TARGETS.YEAR, TARGETS.KIND)
                .fetch(TargetStore::target);
    }

    public Map<String, List<Target>> ofTheWhole() {
        return jooq
                .selectFrom(TARGETS)
                .where(TARGETS.UNIT_ID.isNull())
                .orderBy(TARGETS.YEAR)
                .stream()
                .map(TargetStore::target)
                .collect(Collectors.groupingBy(Target::indicator));
    }

    /// A new one, or another value for the same year and kind; history keeps the one before.
    public void save(Target target) {
        jooq.insertInto(TARGETS)
                .set(TARGETS.INDICATOR_CODE, target.indicator())
                .set(TARGETS.UNIT_ID, target.unit())
                .set(TARGETS.YEAR, target.year())
                .set(TARGETS.KIND, target.kind().code())
                .set(TARGETS.VALUE, target.value())
                .set(TARGETS.NOTE, target.note())
                .onConflict(TARGETS.INDICATOR_CODE, TARGETS.UNIT_ID, TARGETS.YEAR, TARGETS.KIND)
                .doUpdate()
                .setAllToExcluded()
                .set(TARGETS.VERSION, TARGETS.VERSION.plus(1))
                .execute();
    }

    public void delete(String indicator, UUID id, int version) {
        int deleted =
                jooq.deleteFrom(TARGETS)
                        .where(TARGETS.ID.eq(id))
                        .and(TARGETS.INDICATOR_CODE.eq(indicator))
                        .and(TARGETS.VERSION.eq(version))
                        .execute();
        if (deleted == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private static Target target(TargetsRecord row) {
        return new Target(
                row.getId(),
                row.getIndicatorCode(),
                row.getUnitId(),
                row.getYear(),
                Coded.of(Target.Kind.class, row.getKind()),
                row.getValue(),
                row.getNote(),
                row.getVersion());
    }
}
