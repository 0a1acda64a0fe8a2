package org.kakehashi.partnership.country.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.partnership.country.Network;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// Who of us knows a partner; left out where nobody has said so.
@Component
class NetworkSection implements ProfileSection {
    private final Network network;
    private final CountryPages pages;
    private final Templates templates;

    NetworkSection(Network network, CountryPages pages, Templates templates) {
        this.network = network;
        this.pages = pages;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String title() {
        return "partnership.network";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!network.mayRead()) {
            return Optional.empty();
        }
        List<CountryPages.Person> people =
                network.ofOrganization(organization.id()).stream().map(pages::person).toList();
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.partnershipPeople(people)::render);
    }
}
