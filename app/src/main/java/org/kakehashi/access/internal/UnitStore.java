package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.UNITS;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.kakehashi.access.Unit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.units`.
@Repository
public class UnitStore {
    private final DSLContext jooq;

    UnitStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Unit> all() {
        return jooq.selectFrom(UNITS)
                .orderBy(UNITS.POSITION, UNITS.CODE)
                .fetch(row ->
                        new Unit(
                                row.get(UNITS.ID),
                                row.get(UNITS.CODE),
                                row.get(UNITS.PARENT_ID),
                                row.get(UNITS.KIND),
                                new Bilingual(row.get(UNITS.NAME_JA), row.get(UNITS.NAME_EN)),
                                row.get(UNITS.ROR_ID),
                                row.get(UNITS.VALID).lower(),
                                row.get(UNITS.VALID).upper(),
                                row.get(UNITS.POSITION),
                                row.get(UNITS.VERSION)));
    }

    public UUID save(Unit unit) {
        var values = jooq.newRecord(UNITS);
        values.setCode(unit.code());
        values.setParentId(unit.parent());
        values.setKind(unit.kind());
        values.setNameJa(unit.name().ja());
        values.setNameEn(unit.name().en());
        values.setRorId(unit.rorId());
        values.setPosition(unit.position());
        values.setValid(LocalDateRange.localDateRange(unit.validFrom(), unit.validUntil()));
        boolean exists = jooq.fetchExists(UNITS, UNITS.ID.eq(unit.id()));
        if (!exists) {
            values.setId(unit.id());
            jooq.insertInto(UNITS).set(values).execute();
            return unit.id();
        }
        int changed =
                jooq.update(UNITS)
                        .set(values)
                        .set(UNITS.VERSION, UNITS.VERSION.plus(1))
                        .where(UNITS.ID.eq(unit.id()).and(UNITS.VERSION.eq(unit.version())))
                        .execute();
        if (changed == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        return unit.id();
    }
}
