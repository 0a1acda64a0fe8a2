package org.kakehashi.agreement.web;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// The agreements with an organization, on its profile page.
@Component
public class PartnerAgreements implements ProfileSection {
    private static final int MOST = 30;

    private final AgreementFacts facts;
    private final Agreements agreements;
    private final Access access;
    private final NameSource names;
    private final Clock clock;
    private final Templates templates;

    PartnerAgreements(
            AgreementFacts facts,
            Agreements agreements,
            Access access,
            NameSource names,
            Clock clock,
            Templates templates) {
        this.facts = facts;
        this.agreements = agreements;
        this.access = access;
        this.names = names;
        this.clock = clock;
        this.templates = templates;
    }

    /// What the section shows.
    ///
    /// @param listHref the list of all of them
    public record Section(
            List<AgreementLine> lines,
            long count,
            String listHref,
            UUID organization,
            boolean mayCreate,
            ListPage.Names names) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "agreement.section";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!access.may("agreement.read")) {
            return Optional.empty();
        }
        AgreementFilter filter =
                AgreementFilter.on(LocalDate.now(clock))
                        .with(Dimension.PARTNER, organization.id().toString());
        long count = facts.count(filter); // most organizations have none, and nothing to list
        Section section =
                new Section(
                        count == 0
                                ? List.of()
                                : facts.list(
                                        filter,
                                        new Order(Order.By.END, true),
                                        0,
                                        MOST,
                                        Text.locale()),
                        count,
                        "/agreements?partner=" + organization.id(),
                        organization.id(),
                        agreements.mayCreate(),
                        names);
        return Optional.of(templates.agreementSection(section)::render);
    }
}
