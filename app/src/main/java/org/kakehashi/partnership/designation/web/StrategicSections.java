package org.kakehashi.partnership.designation.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.partnership.designation.Candidacies;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// Designations and candidacies on the profile of a partner; left out where there are none.
@Component
class StrategicSections implements ProfileSection {
    private final Candidacies candidacies;
    private final Templates templates;

    StrategicSections(Candidacies candidacies, Templates templates) {
        this.candidacies = candidacies;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public String title() {
        return "partnership.strategic";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!candidacies.mayRead()) {
            return Optional.empty();
        }
        List<Candidacy> all = candidacies.of(organization.id());
        boolean offer =
                candidacies.mayPutForward()
                        && organization.status() == OrganizationRef.Status.ACTIVE
                        && all.stream().noneMatch(one -> one.state().open());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        templates.partnershipStrategicSection(all, offer ? organization.id() : null)
                                ::render);
    }
}
