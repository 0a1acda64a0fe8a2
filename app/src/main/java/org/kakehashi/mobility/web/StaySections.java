package org.kakehashi.mobility.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.mobility.Stay;
import org.kakehashi.mobility.Stays;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.person.Person;
import org.kakehashi.person.PersonSection;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// Stays on the page of a person.
@Component
class StaySections implements PersonSection {
    private final Stays stays;
    private final Organizations organizations;
    private final Templates templates;

    StaySections(Stays stays, Organizations organizations, Templates templates) {
        this.stays = stays;
        this.organizations = organizations;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "mobility.stays";
    }

    @Override
    public Optional<Content> content(Person person) {
        if (!stays.mayRead()) {
            return Optional.empty();
        }
        List<Stay> all = stays.of(person.id());
        List<UUID> ids =
                all.stream()
                        .map(stay -> stay.content().partner().organization())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Map<UUID, String> partners =
                organizations.find(ids).values().stream()
                        .collect(
                                Collectors.toMap(
                                        OrganizationRef::id, one -> one.label(Text.locale())));
        UUID recordFor =
                stays.mayCreate() && !person.erased() && person.mergedInto() == null
                        ? person.id()
                        : null;
        return Optional.of(templates.mobilitySection(all, partners, recordFor)::render);
    }
}
