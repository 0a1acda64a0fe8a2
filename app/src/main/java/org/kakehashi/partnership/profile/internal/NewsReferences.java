package org.kakehashi.partnership.profile.internal;

import static org.kakehashi.schema.partnership.Tables.NEWS;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.partnership.tables.records.NewsRecord;
import org.springframework.stereotype.Component;

/// News follow an organization that turns out to be in the registry.
@Component
class NewsReferences extends ReferenceColumn<NewsRecord> implements OrganizationReferences {
    NewsReferences(DSLContext jooq) {
        super(jooq, NEWS.ID, NEWS.ORGANIZATION_ID);
    }
}
