package org.kakehashi.partnership.profile;

import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.access.Access;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Partners have documents: profiles, presentations, letters that belong to no agreement.
@Component
class PartnerDocuments implements DocumentOwner {
    static final String KIND = "partner";

    private final Organizations organizations;
    private final Access access;

    PartnerDocuments(Organizations organizations, Access access) {
        this.organizations = organizations;
        this.access = access;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bilingual name() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "partnership.partner"),
                Messages.text(Locale.ENGLISH, "partnership.partner"));
    }

    @Override
    public Map<UUID, Owner> find(Collection<UUID> ids) {
        Map<UUID, Owner> found = new HashMap<>();
        if (access.may("partnership.read")) {
            boolean mayChange = access.may("partnership.edit");
            organizations
                    .find(ids)
                    .forEach((id, ref) ->
                            found.put(
                                    id,
                                    new Owner(
                                            new Bilingual(
                                                    ref.label(Locale.JAPANESE),
                                                    ref.label(Locale.ENGLISH)),
                                            ref.href(),
                                            mayChange)));
        }
        return found;
    }

    @Override
    public Condition visible(Field<UUID> id) {
        return known(id, access.may("partnership.read"));
    }

    @Override
    public Condition changeable(Field<UUID> id) {
        return known(id, access.may("partnership.read") && access.may("partnership.edit"));
    }

    private static Condition known(Field<UUID> id, boolean may) {
        return may
                ? DSL.exists(DSL.selectOne().from(ORGANIZATIONS).where(ORGANIZATIONS.ID.eq(id)))
                : DSL.falseCondition();
    }
}
