package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.DECISIONS;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.Explanations.Earlier;
import org.kakehashi.organization.Recognition.Decided;
import org.kakehashi.resolver.NameKeys;
import org.springframework.stereotype.Repository;

/// The only class that writes `organization.decisions`.
@Repository
public class DecisionStore {
    private final DSLContext jooq;

    DecisionStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Decisions in force.
    public List<Decided> all() {
        return where(DSL.noCondition());
    }

    public List<Decided> of(UUID organization) {
        return where(DECISIONS.ORGANIZATION_ID.eq(organization));
    }

    /// Every decision ever made about this text, whatever the country, the newest first.
    public List<Earlier> about(String text) {
        return jooq.selectFrom(DECISIONS)
                .where(DECISIONS.KEY.eq(key(text)))
                .orderBy(DECISIONS.DECIDED_AT.desc())
                .limit(50)
                .fetch(row ->
                        new Earlier(
                                row.getCountry(),
                                row.getOrganizationId(),
                                row.getDecidedByLogin(),
                                row.getDecidedAt(),
                                row.getRevokedByLogin(),
                                row.getRevokedAt()));
    }

    /// The organization that the decision in force about the text names, if it names one.
    public List<UUID> organizations(String text, @Nullable String country) {
        return jooq.selectDistinct(DECISIONS.ORGANIZATION_ID)
                .from(DECISIONS)
                .where(DECISIONS.KEY.eq(key(text)))
                .and(DECISIONS.COUNTRY.isNotDistinctFrom(country))
                .and(DECISIONS.REVOKED_AT.isNull())
                .and(DECISIONS.ORGANIZATION_ID.isNotNull())
                .fetch(DECISIONS.ORGANIZATION_ID);
    }

    private List<Decided> where(Condition condition) {
        return jooq.selectFrom(DECISIONS)
                .where(DECISIONS.REVOKED_AT.isNull().and(condition))
                .orderBy(DECISIONS.DECIDED_AT)
                .fetch(row ->
                        new Decided(
                                row.getId(),
                                row.getText(),
                                row.getCountry(),
                                row.getOrganizationId(),
                                row.getDecidedByLogin(),
                                row.getDecidedAt()));
    }

    /// Puts a decision in force; an earlier one about the same text and country ends.
    public void decide(
            String text, @Nullable String country, @Nullable UUID organization, OffsetDateTime at) {
        revoke(text, country, at);
        CurrentUser user = CurrentUser.get();
        jooq.insertInto(DECISIONS)
                .set(DECISIONS.TEXT, text)
                .set(DECISIONS.KEY, key(text))
                .set(DECISIONS.COUNTRY, country)
                .set(DECISIONS.ORGANIZATION_ID, organization)
                .set(DECISIONS.DECIDED_BY, user.id())
                .set(DECISIONS.DECIDED_BY_LOGIN, user.login())
                .execute();
    }

    /// Ends the decision about the text, so that the machine answers again.
    public void revoke(String text, @Nullable String country, OffsetDateTime at) {
        jooq.update(DECISIONS)
                .set(DECISIONS.REVOKED_AT, at)
                .set(DECISIONS.REVOKED_BY_LOGIN, CurrentUser.get().login())
                .where(DECISIONS.KEY.eq(key(text)))
                .and(DECISIONS.COUNTRY.isNotDistinctFrom(country))
                .and(DECISIONS.REVOKED_AT.isNull())
                .execute();
    }

    private static String key(String text) {
        String folded = NameKeys.folded(text);
        return folded.isEmpty() ? text : folded;
    }
}
