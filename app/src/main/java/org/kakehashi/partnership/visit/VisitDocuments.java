package org.kakehashi.partnership.visit;

import static org.kakehashi.schema.partnership.Tables.VISITS;

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
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Visits have documents: minutes, programmes, photographs.
@Component
class VisitDocuments implements DocumentOwner {
    private final Visits visits;
    private final Organizations organizations;
    private final Access access;

    VisitDocuments(Visits visits, Organizations organizations, Access access) {
        this.visits = visits;
        this.organizations = organizations;
        this.access = access;
    }

    @Override
    public String kind() {
        return "visit";
    }

    @Override
    public Bilingual name() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "partnership.visits"),
                Messages.text(Locale.ENGLISH, "partnership.visits"));
    }

    @Override
    public Map<UUID, Owner> find(Collection<UUID> ids) {
        Map<UUID, Owner> found = new HashMap<>();
        if (!visits.mayRead()) {
            return found;
        }
        for (Visit one : visits.findAll(ids)) {
            OrganizationRef partner = organizations.get(one.organization());
            found.put(
                    one.id(),
                    new Owner(
                            new Bilingual(
                                    title(one, partner, Locale.JAPANESE),
                                    title(one, partner, Locale.ENGLISH)),
                            "/visits/" + one.id(),
                            visits.mayEdit(one)));
        }
        return found;
    }

    private static String title(Visit visit, OrganizationRef partner, Locale locale) {
        return partner.label(locale) + " " + visit.from();
    }

    @Override
    public Condition visible(Field<UUID> id) {
        return visits.mayRead() ? among(id, DSL.trueCondition()) : DSL.falseCondition();
    }

    @Override
    public Condition changeable(Field<UUID> id) {
        return visits.mayRead()
                ? among(id, access.scope("partnership.edit", DSL.array(VISITS.UNIT_ID), null))
                : DSL.falseCondition();
    }

    private static Condition among(Field<UUID> id, Condition wanted) {
        return DSL.exists(DSL.selectOne().from(VISITS).where(VISITS.ID.eq(id)).and(wanted));
    }
}
