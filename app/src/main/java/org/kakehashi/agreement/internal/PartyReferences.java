package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.PARTIES;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.organization.OrganizationReferences;
import org.springframework.stereotype.Component;

/// Partners of agreements follow an organization that turns out to be in the registry.
@Component
class PartyReferences implements OrganizationReferences {
    private final DSLContext jooq;

    PartyReferences(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String name() {
        return "agreement.parties";
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return jooq.update(PARTIES)
                .set(PARTIES.ORGANIZATION_ID, to)
                .where(PARTIES.ORGANIZATION_ID.eq(from))
                .returningResult(PARTIES.ID)
                .fetch(PARTIES.ID);
    }

    @Override
    public void moveBack(List<UUID> records, UUID from, UUID to) {
        jooq.update(PARTIES)
                .set(PARTIES.ORGANIZATION_ID, to)
                .where(PARTIES.ID.in(records).and(PARTIES.ORGANIZATION_ID.eq(from)))
                .execute();
    }
}
