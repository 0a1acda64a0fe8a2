package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.MEMBERSHIPS;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.intake.tables.records.MembershipsRecord;
import org.springframework.stereotype.Component;

/// Members of groups follow an organization that turns out to be in the registry. What imports said
/// at their time stays as it was.
@Component
class MembershipReferences extends ReferenceColumn<MembershipsRecord>
        implements OrganizationReferences {
    MembershipReferences(DSLContext jooq) {
        super(jooq, MEMBERSHIPS.ID, MEMBERSHIPS.ORGANIZATION_ID);
    }
}
