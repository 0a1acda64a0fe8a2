package org.kakehashi.partnership.internal;

import static org.kakehashi.schema.partnership.Tables.VISITS;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.partnership.tables.records.VisitsRecord;
import org.springframework.stereotype.Component;

/// Visits follow an organization that turns out to be in the registry.
@Component
class VisitReferences extends ReferenceColumn<VisitsRecord> implements OrganizationReferences {
    VisitReferences(DSLContext jooq) {
        super(jooq, VISITS.ID, VISITS.ORGANIZATION_ID);
    }
}
