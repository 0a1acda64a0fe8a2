package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.CLAIM_RULES;
import static org.kakehashi.schema.access.Tables.GRANTS;
import static org.kakehashi.schema.access.Tables.PERMISSIONS;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Permissions.DatedGrant;
import org.kakehashi.access.Permissions.Reach;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.permissions`, and the dated side of `access.grants`.
@Repository
public class PermissionStore {
    private final DSLContext jooq;

    PermissionStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public void set(String role, String useCase, Reach reach) {
        var row = PERMISSIONS.ROLE.eq(role).and(PERMISSIONS.USE_CASE.eq(useCase));
        if (reach == Reach.NONE) {
            jooq.deleteFrom(PERMISSIONS).where(row).execute();
            return;
        }
        String value = reach.name().toLowerCase(Locale.ROOT);
        jooq.insertInto(PERMISSIONS)
                .set(PERMISSIONS.ROLE, role)
                .set(PERMISSIONS.USE_CASE, useCase)
                .set(PERMISSIONS.REACH, value)
                .onConflict(PERMISSIONS.ROLE, PERMISSIONS.USE_CASE)
                .doUpdate()
                .set(PERMISSIONS.REACH, value)
                .execute();
    }

    public List<DatedGrant> grants(UUID user) {
        return jooq.select(GRANTS.fields())
                .select(CLAIM_RULES.PROVIDER, CLAIM_RULES.CLAIM, CLAIM_RULES.VALUE)
                .from(GRANTS)
                .leftJoin(CLAIM_RULES)
                .on(CLAIM_RULES.ID.eq(GRANTS.RULE_ID))
                .where(GRANTS.USER_ID.eq(user))
                .orderBy(DSL.field("lower({0})", LocalDate.class, GRANTS.VALID), GRANTS.ROLE)
                .fetch(row ->
                        new DatedGrant(
                                row.get(GRANTS.ID),
                                row.get(GRANTS.ROLE),
                                row.get(GRANTS.UNIT_ID),
                                row.get(GRANTS.VALID).lower(),
                                row.get(GRANTS.VALID).upper(),
                                rule(row)));
    }

    private static @Nullable String rule(Record row) {
        if (row.get(GRANTS.RULE_ID) == null) {
            return null;
        }
        String provider = row.get(CLAIM_RULES.PROVIDER);
        return (provider == null ? "" : provider + ": ")
                + row.get(CLAIM_RULES.CLAIM)
                + " = "
                + row.get(CLAIM_RULES.VALUE);
    }

    public void grant(
            UUID user,
            String role,
            @Nullable UUID unit,
            LocalDate from,
            @Nullable LocalDate until) {
        try {
            jooq.insertInto(GRANTS)
                    .set(GRANTS.USER_ID, user)
                    .set(GRANTS.ROLE, role)
                    .set(GRANTS.UNIT_ID, unit)
                    .set(GRANTS.VALID, LocalDateRange.localDateRange(from, until))
                    .execute();
        } catch (DataIntegrityViolationException e) {
            throw KakehashiException.invalid("access.grant.overlaps", java.util.Map.of());
        }
    }

    public boolean end(UUID user, UUID grant, LocalDate today) {
        var it = GRANTS.ID.eq(grant).and(GRANTS.USER_ID.eq(user));
        LocalDateRange valid =
                jooq.select(GRANTS.VALID).from(GRANTS).where(it).fetchOne(GRANTS.VALID);
        if (valid == null) {
            return false;
        }
        LocalDate from = valid.lower();
        if (from != null && !from.isBefore(today)) {
            jooq.deleteFrom(GRANTS).where(it).execute();
        } else {
            jooq.update(GRANTS)
                    .set(GRANTS.VALID, LocalDateRange.localDateRange(from, today))
                    .where(it)
                    .execute();
        }
        return true;
    }
}
