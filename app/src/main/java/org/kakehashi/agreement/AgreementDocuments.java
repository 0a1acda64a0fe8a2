package org.kakehashi.agreement;

import static org.kakehashi.schema.agreement.Tables.REGISTER_LINES;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.facts.AgreementScope;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Agreements have documents: texts, signed copies, letters.
@Component
class AgreementDocuments implements DocumentOwner {
    private final Agreements agreements;
    private final Organizations organizations;
    private final AgreementScope scope;
    private final Access access;

    AgreementDocuments(
            Agreements agreements,
            Organizations organizations,
            AgreementScope scope,
            Access access) {
        this.agreements = agreements;
        this.organizations = organizations;
        this.scope = scope;
        this.access = access;
    }

    @Override
    public String kind() {
        return AgreementSubject.KIND;
    }

    @Override
    public Bilingual name() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "agreement.review.kind"),
                Messages.text(Locale.ENGLISH, "agreement.review.kind"));
    }

    @Override
    public Map<UUID, Owner> find(Collection<UUID> ids) {
        List<Agreement> found = agreements.findAll(ids);
        Map<UUID, OrganizationRef> partners =
                organizations.find(
                        found.stream()
                                .flatMap(one -> one.content().parties().stream())
                                .map(Party::organization)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return found.stream()
                .collect(
                        Collectors.toMap(
                                Agreement::id,
                                one ->
                                        new Owner(
                                                AgreementSubject.title(one, partners),
                                                "/agreements/" + one.id(),
                                                agreements.mayEdit(one.content()))));
    }

    @Override
    public Condition visible(Field<UUID> id) {
        return among(id, scope.condition());
    }

    @Override
    public Condition changeable(Field<UUID> id) {
        return among(id, access.scope("agreement.edit", REGISTER_LINES.UNIT_IDS, null));
    }

    private static Condition among(Field<UUID> id, Condition wanted) {
        return id.in(DSL.select(REGISTER_LINES.AGREEMENT_ID).from(REGISTER_LINES).where(wanted));
    }
}
