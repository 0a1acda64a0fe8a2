package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.MEMBERSHIPS;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.organization.OrganizationReferences;
import org.springframework.stereotype.Component;

/// Members of groups follow an organization that turns out to be in the registry. What imports said
/// at their time stays as it was.
@Component
class MembershipReferences implements OrganizationReferences {
    private final DSLContext jooq;

    MembershipReferences(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String name() {
        return "intake.memberships";
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return jooq.update(MEMBERSHIPS)
                .set(MEMBERSHIPS.ORGANIZATION_ID, to)
                .where(MEMBERSHIPS.ORGANIZATION_ID.eq(from))
                .returningResult(MEMBERSHIPS.ID)
                .fetch(MEMBERSHIPS.ID);
    }

    @Override
    public void moveBack(List<UUID> records, UUID from, UUID to) {
        jooq.update(MEMBERSHIPS)
                .set(MEMBERSHIPS.ORGANIZATION_ID, to)
                .where(MEMBERSHIPS.ID.in(records).and(MEMBERSHIPS.ORGANIZATION_ID.eq(from)))
                .execute();
    }
}
