package org.kakehashi.partnership.designation;

import static org.kakehashi.schema.partnership.Tables.CANDIDACIES;

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
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Candidacies have documents: evidence, the decision.
@Component
class CandidacyDocuments implements DocumentOwner {
    private final Candidacies candidacies;
    private final Organizations organizations;
    private final Access access;

    CandidacyDocuments(Candidacies candidacies, Organizations organizations, Access access) {
        this.candidacies = candidacies;
        this.organizations = organizations;
        this.access = access;
    }

    @Override
    public String kind() {
        return CandidacySubject.KIND;
    }

    @Override
    public Bilingual name() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "partnership.candidacy.kind"),
                Messages.text(Locale.ENGLISH, "partnership.candidacy.kind"));
    }

    @Override
    public Map<UUID, Owner> find(Collection<UUID> ids) {
        List<Candidacy> found = candidacies.find(ids);
        Map<UUID, OrganizationRef> partners =
                organizations.find(found.stream().map(Candidacy::organization).toList());
        return found.stream()
                .filter(one -> partners.containsKey(one.organization()))
                .collect(
                        Collectors.toMap(
                                Candidacy::id,
                                one -> {
                                    OrganizationRef partner =
                                            Objects.requireNonNull(
                                                    partners.get(one.organization()));
                                    return new Owner(
                                            new Bilingual(
                                                    CandidacySubject.title(
                                                            one, partner, Locale.JAPANESE),
                                                    CandidacySubject.title(
                                                            one, partner, Locale.ENGLISH)),
                                            "/strategic-partners/" + one.id(),
                                            candidacies.mayEdit(one));
                                }));
    }

    @Override
    public Condition visible(Field<UUID> id) {
        return access.may("partnership.read")
                ? id.in(DSL.select(CANDIDACIES.ID).from(CANDIDACIES))
                : DSL.falseCondition();
    }

    @Override
    public Condition changeable(Field<UUID> id) {
        return id.in(
                DSL.select(CANDIDACIES.ID)
                        .from(CANDIDACIES)
                        .where(
                                access.scope(
                                        Candidacies.DESIGNATE,
                                        DSL.field(
                                                "array_remove(array[{0}], null)",
                                                UUID[].class, CANDIDACIES.UNIT_ID),
                                        null)));
    }
}
