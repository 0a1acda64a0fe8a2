package org.kakehashi.partnership.web;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.RenewalEvidence;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// Visits on the profile of a partner and in the evaluation of a renewal; left out where there are
/// none and the reader could not record one.
@Component
public class VisitSections implements ProfileSection, RenewalEvidence {
    private static final int SHOWN = 10;
    private static final int YEARS = 20;

    private final Visits visits;
    private final Clock clock;
    private final Templates templates;

    VisitSections(Visits visits, Clock clock, Templates templates) {
        this.visits = visits;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String title() {
        return "partnership.visits";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!visits.mayRead()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        List<Visit> all =
                visits.of(
                        List.of(organization.id()),
                        today.minusYears(YEARS),
                        today.plusYears(YEARS));
        if (all.isEmpty() && !visits.mayCreate()) {
            return Optional.empty();
        }
        UUID partner = visits.mayCreate() ? organization.id() : null;
        return Optional.of(
                templates.partnershipSection(all.stream().limit(SHOWN).toList(), partner)::render);
    }

    @Override
    public Optional<Content> content(Agreement agreement, LocalDate from, LocalDate until) {
        List<UUID> partners =
                agreement.content().parties().stream()
                        .map(Party::organization)
                        .filter(Objects::nonNull)
                        .toList();
        if (!visits.mayRead() || partners.isEmpty()) {
            return Optional.empty();
        }
        List<Visit> all = visits.of(partners, from, until);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.partnershipSection(all, null)::render);
    }
}
