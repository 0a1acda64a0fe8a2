package org.kakehashi.partnership.contact.internal;

import static org.kakehashi.schema.partnership.Tables.CONTACTS;

import org.jooq.DSLContext;
import org.kakehashi.kernel.ReferenceColumn;
import org.kakehashi.organization.OrganizationReferences;
import org.kakehashi.schema.partnership.tables.records.ContactsRecord;
import org.springframework.stereotype.Component;

/// Contacts follow an organization that turns out to be in the registry.
@Component
class ContactReferences extends ReferenceColumn<ContactsRecord> implements OrganizationReferences {
    ContactReferences(DSLContext jooq) {
        super(jooq, CONTACTS.ID, CONTACTS.ORGANIZATION_ID);
    }
}
