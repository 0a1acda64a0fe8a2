package org.kakehashi.partnership.country.internal;

import static org.kakehashi.schema.partnership.Tables.ACQUAINTANCES;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.partnership.tables.records.AcquaintancesRecord;
import org.springframework.stereotype.Component;

/// Who knows an organization follows it when it turns out to be in the registry.
@Component
class AcquaintanceReferences extends ReferenceColumn<AcquaintancesRecord>
        implements OrganizationReferences {
    AcquaintanceReferences(DSLContext jooq) {
        super(jooq, ACQUAINTANCES.ID, ACQUAINTANCES.ORGANIZATION_ID);
    }
}
