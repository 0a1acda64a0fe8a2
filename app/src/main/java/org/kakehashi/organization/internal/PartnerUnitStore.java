package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.PARTNER_UNITS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.PartnerUnit;
import org.kakehashi.schema.organization.tables.records.PartnerUnitsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes `organization.partner_units`.
@Repository
public class PartnerUnitStore {
    private final DSLContext jooq;

    PartnerUnitStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<PartnerUnit> of(UUID organization) {
        return where(PARTNER_UNITS.ORGANIZATION_ID.eq(organization));
    }

    public Optional<PartnerUnit> find(UUID id) {
        return where(PARTNER_UNITS.ID.eq(id)).stream().findFirst();
    }

    /// A unit of the organization that has this name in some language, whatever the case.
    public Optional<PartnerUnit> findByName(UUID organization, String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return where(
                        PARTNER_UNITS
                                .ORGANIZATION_ID
                                .eq(organization)
                                .and(
                                        DSL.val(wanted)
                                                .in(
                                                        DSL.lower(PARTNER_UNITS.NAME_JA),
                                                        DSL.lower(PARTNER_UNITS.NAME_EN),
                                                        DSL.lower(PARTNER_UNITS.NAME_LOCAL))))
                .stream()
                .findFirst();
    }

    public UUID insert(PartnerUnit unit) {
        return jooq.insertInto(PARTNER_UNITS)
                .set(values(unit))
                .returningResult(PARTNER_UNITS.ID)
                .fetchSingle()
                .value1();
    }

    public void update(PartnerUnit unit) {
        int changed =
                jooq.update(PARTNER_UNITS)
                        .set(values(unit))
                        .set(PARTNER_UNITS.VERSION, PARTNER_UNITS.VERSION.plus(1))
                        .where(PARTNER_UNITS.ID.eq(unit.id()))
                        .and(PARTNER_UNITS.VERSION.eq(unit.version()))
                        .execute();
        if (changed == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private PartnerUnitsRecord values(PartnerUnit unit) {
        PartnerUnitsRecord values = jooq.newRecord(PARTNER_UNITS);
        values.setOrganizationId(unit.organization());
        values.setParentId(unit.parent());
        values.setNameJa(unit.name().ja());
        values.setNameEn(unit.name().en());
        values.setNameLocal(unit.local());
        values.setWebsite(unit.website());
        values.setValid(LocalDateRange.localDateRange(unit.validFrom(), unit.validUntil()));
        values.setNote(unit.note());
        return values;
    }

    private List<PartnerUnit> where(Condition condition) {
        return jooq.selectFrom(PARTNER_UNITS)
                .where(condition)
                .orderBy(
                        DSL.coalesce(
                                PARTNER_UNITS.NAME_EN,
                                PARTNER_UNITS.NAME_JA,
                                PARTNER_UNITS.NAME_LOCAL),
                        PARTNER_UNITS.ID)
                .fetch(row ->
                        new PartnerUnit(
                                row.getId(),
                                row.getOrganizationId(),
                                row.getParentId(),
                                new Bilingual(row.getNameJa(), row.getNameEn()),
                                row.getNameLocal(),
                                row.getWebsite(),
                                row.getValid().lower(),
                                row.getValid().upper(),
                                row.getNote(),
                                row.getVersion()));
    }
}
