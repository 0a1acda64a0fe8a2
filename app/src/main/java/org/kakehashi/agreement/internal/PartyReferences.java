package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.PARTIES;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.agreement.tables.records.PartiesRecord;
import org.springframework.stereotype.Component;

/// Partners of agreements follow an organization that turns out to be in the registry.
@Component
class PartyReferences extends ReferenceColumn<PartiesRecord> implements OrganizationReferences {
    PartyReferences(DSLContext jooq) {
        super(jooq, PARTIES.ID, PARTIES.ORGANIZATION_ID);
    }
}
