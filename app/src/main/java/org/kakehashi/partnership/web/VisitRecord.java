package org.kakehashi.partnership.web;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.proposal.ExchangeRecord;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// Visits as part of the record of exchange that a proposal of an agreement rests on.
@Component
class VisitRecord implements ExchangeRecord {
    private static final int YEARS = 20;

    private final Visits visits;
    private final Clock clock;
    private final Templates templates;

    VisitRecord(Visits visits, Clock clock, Templates templates) {
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
    public int count(Collection<UUID> organizations) {
        return past(organizations).size();
    }

    @Override
    public Optional<Content> content(Collection<UUID> organizations) {
        List<Visit> all = past(organizations);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.partnershipSection(all, null)::render);
    }

    private List<Visit> past(Collection<UUID> organizations) {
        LocalDate today = LocalDate.now(clock);
        return visits.mayRead()
                ? visits.of(organizations, today.minusYears(YEARS), today)
                : List.of();
    }
}
