package org.kakehashi.partnership.designation.internal;

import static org.kakehashi.schema.partnership.Tables.CANDIDACIES;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.partnership.tables.records.CandidaciesRecord;
import org.springframework.stereotype.Component;

/// Candidacies and designations follow an organization that turns out to be in the registry.
@Component
class CandidacyReferences extends ReferenceColumn<CandidaciesRecord>
        implements OrganizationReferences {
    CandidacyReferences(DSLContext jooq) {
        super(jooq, CANDIDACIES.ID, CANDIDACIES.ORGANIZATION_ID);
    }
}
