package org.kakehashi.proposal.internal;

import static org.kakehashi.schema.proposal.Tables.PROPOSALS;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.proposal.tables.records.ProposalsRecord;
import org.springframework.stereotype.Component;

/// Proposals follow an organization that turns out to be in the registry.
@Component
class ProposalReferences extends ReferenceColumn<ProposalsRecord>
        implements OrganizationReferences {
    ProposalReferences(DSLContext jooq) {
        super(jooq, PROPOSALS.ID, PROPOSALS.PARTNER_ID);
    }
}
