package org.kakehashi.compliance.internal;

import static org.kakehashi.schema.compliance.Tables.DUE_DILIGENCE;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.compliance.tables.records.DueDiligenceRecord;
import org.springframework.stereotype.Component;

/// Examinations follow an organization that turns out to be in the registry.
@Component
class ExaminationReferences extends ReferenceColumn<DueDiligenceRecord>
        implements OrganizationReferences {
    ExaminationReferences(DSLContext jooq) {
        super(jooq, DUE_DILIGENCE.ID, DUE_DILIGENCE.ORGANIZATION_ID);
    }
}
