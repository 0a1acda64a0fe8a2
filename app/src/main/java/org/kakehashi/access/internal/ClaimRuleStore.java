package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.CLAIM_RULES;
import static org.kakehashi.schema.access.Tables.GRANTS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.ClaimRule;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.claim_rules`, and of `access.grants` those that rules give.
@Repository
public class ClaimRuleStore {
    /// A role somebody has by a rule.
    public record Given(
            UUID id, String role, @Nullable UUID unit, LocalDateRange valid, UUID rule) {}

    private final DSLContext jooq;

    ClaimRuleStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<ClaimRule> all() {
        return where(DSL.trueCondition());
    }

    public List<ClaimRule> inForce(LocalDate day) {
        return where(DSL.condition("{0} @> {1}::date", CLAIM_RULES.VALID, DSL.val(day)));
    }

    public Optional<ClaimRule> find(UUID id) {
        return where(CLAIM_RULES.ID.eq(id)).stream().findFirst();
    }

    private List<ClaimRule> where(Condition condition) {
        return jooq.selectFrom(CLAIM_RULES)
                .where(condition)
                .orderBy(CLAIM_RULES.ID)
                .fetch(row ->
                        new ClaimRule(
                                row.getId(),
                                row.getProvider(),
                                row.getClaim(),
                                row.getValue(),
                                row.getRole(),
                                row.getUnitId(),
                                row.getUnitFromValue(),
                                row.getDays(),
                                row.getValid().lower(),
                                row.getValid().upper()));
    }

    public UUID insert(ClaimRule rule, LocalDate from) {
        return jooq.insertInto(CLAIM_RULES)
                .set(CLAIM_RULES.PROVIDER, rule.provider())
                .set(CLAIM_RULES.CLAIM, rule.claim())
                .set(CLAIM_RULES.VALUE, rule.value())
                .set(CLAIM_RULES.ROLE, rule.role())
                .set(CLAIM_RULES.UNIT_ID, rule.unit())
                .set(CLAIM_RULES.UNIT_FROM_VALUE, rule.unitFromValue())
                .set(CLAIM_RULES.DAYS, rule.days())
                .set(CLAIM_RULES.VALID, LocalDateRange.localDateRange(from, null))
                .returningResult(CLAIM_RULES.ID)
                .fetchSingle()
                .value1();
    }

    /// An end on the day it began leaves an empty range: it was never in force.
    public void end(UUID id, LocalDate today) {
        jooq.update(CLAIM_RULES)
                .set(
                        CLAIM_RULES.VALID,
                        DSL.field(
                                "{0} * daterange(null, {1}::date)",
                                CLAIM_RULES.VALID.getDataType(), CLAIM_RULES.VALID, DSL.val(today)))
                .where(CLAIM_RULES.ID.eq(id))
                .execute();
    }

    /// What somebody has by rules today.
    public List<Given> given(UUID user, LocalDate today) {
        return grants(GRANTS.USER_ID.eq(user).and(GRANTS.RULE_ID.isNotNull()), today);
    }

    /// What everybody has by one rule today.
    public List<Given> givenBy(UUID rule, LocalDate today) {
        return grants(GRANTS.RULE_ID.eq(rule), today);
    }

    private List<Given> grants(Condition condition, LocalDate today) {
        return jooq.selectFrom(GRANTS)
                .where(condition)
                .and(DSL.condition("{0} @> {1}::date", GRANTS.VALID, DSL.val(today)))
                .fetch(row ->
                        new Given(
                                row.getId(),
                                row.getRole(),
                                row.getUnitId(),
                                row.getValid(),
                                row.getRuleId()));
    }

    public void endGrant(Given given, LocalDate today) {
        if (today.equals(given.valid().lower())) {
            jooq.deleteFrom(GRANTS).where(GRANTS.ID.eq(given.id())).execute();
        } else {
            valid(given, today);
        }
    }

    /// The role goes on, by this rule, until that day.
    public void prolong(Given given, ClaimRule rule, @Nullable LocalDate until, LocalDate today) {
        if (overlaps(given, today, until)) {
            return;
        }
        if (!java.util.Objects.equals(until, given.valid().upper())) {
            valid(given, until);
        }
        if (!rule.id().equals(given.rule())) {
            jooq.update(GRANTS)
                    .set(GRANTS.RULE_ID, rule.id())
                    .where(GRANTS.ID.eq(given.id()))
                    .execute();
        }
    }

    /// Gives the role unless it is there already in that time, given by hand.
    public boolean give(
            UUID user,
            String role,
            @Nullable UUID unit,
            ClaimRule rule,
            LocalDate from,
            @Nullable LocalDate until) {
        LocalDateRange valid = LocalDateRange.localDateRange(from, until);
        boolean there =
                jooq.fetchExists(
                        GRANTS,
                        GRANTS.USER_ID
                                .eq(user)
                                .and(GRANTS.ROLE.eq(role))
                                .and(GRANTS.UNIT_ID.isNotDistinctFrom(unit))
                                .and(meets(valid)));
        if (!there) {
            jooq.insertInto(GRANTS)
                    .set(GRANTS.USER_ID, user)
                    .set(GRANTS.ROLE, role)
                    .set(GRANTS.UNIT_ID, unit)
                    .set(GRANTS.VALID, valid)
                    .set(GRANTS.RULE_ID, rule.id())
                    .execute();
        }
        return !there;
    }

    private boolean overlaps(Given given, LocalDate today, @Nullable LocalDate until) {
        return jooq.fetchExists(
                jooq.selectOne()
                        .from(GRANTS)
                        .where(GRANTS.ID.ne(given.id()))
                        .and(GRANTS.ROLE.eq(given.role()))
                        .and(GRANTS.UNIT_ID.isNotDistinctFrom(given.unit()))
                        .and(
                                GRANTS.USER_ID.eq(
                                        DSL.select(GRANTS.as("own").USER_ID)
                                                .from(GRANTS.as("own"))
                                                .where(GRANTS.as("own").ID.eq(given.id()))))
                        .and(meets(LocalDateRange.localDateRange(today, until))));
    }

    private static Condition meets(LocalDateRange valid) {
        return DSL.condition("{0} && {1}", GRANTS.VALID, DSL.val(valid, GRANTS.VALID));
    }

    private void valid(Given given, @Nullable LocalDate until) {
        jooq.update(GRANTS)
                .set(GRANTS.VALID, LocalDateRange.localDateRange(given.valid().lower(), until))
                .where(GRANTS.ID.eq(given.id()))
                .execute();
    }
}
