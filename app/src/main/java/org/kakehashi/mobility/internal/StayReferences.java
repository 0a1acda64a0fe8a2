package org.kakehashi.mobility.internal;

import static org.kakehashi.schema.mobility.Tables.STAYS;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.mobility.tables.records.StaysRecord;
import org.springframework.stereotype.Component;

/// Stays follow an organization that turns out to be in the registry.
@Component
class StayReferences extends ReferenceColumn<StaysRecord> implements OrganizationReferences {
    StayReferences(DSLContext jooq) {
        super(jooq, STAYS.ID, STAYS.ORGANIZATION_ID);
    }
}
