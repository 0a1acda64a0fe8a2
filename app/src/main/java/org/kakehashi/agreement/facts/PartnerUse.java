package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.AGREEMENT_FACTS;

import java.util.UUID;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kakehashi.organization.OrganizationUse;
import org.springframework.stereotype.Component;

/// Organizations with which there is an agreement, as a filter of the list of organizations.
@Component
class PartnerUse implements OrganizationUse {
    private final AgreementScope scope;

    PartnerUse(AgreementScope scope) {
        this.scope = scope;
    }

    @Override
    public String key() {
        return "agreements";
    }

    @Override
    public String label() {
        return "agreement.use";
    }

    @Override
    public Select<Record1<UUID>> organizations() {
        return DSL.select(
                        DSL.field(
                                "unnest({0})", SQLDataType.UUID, AGREEMENT_FACTS.ORGANIZATION_IDS))
                .from(AGREEMENT_FACTS)
                .where(scope.ofFacts());
    }
}
