package org.kakehashi.partnership.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.compliance.DueDiligence;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.partnership.Visits;
import org.kakehashi.partnership.contact.Contacts;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Gathers what the rooms below know of one partner, each through its door. Read once a request,
/// however many sections ask.
@Service
public class PartnerRecords {
    /// How far back and ahead visits are looked for.
    public static final int YEARS = 20;

    private static final int MOST = 300;

    private final AgreementFacts facts;
    private final Agreements agreements;
    private final Activities activities;
    private final Visits visits;
    private final PartnerNews news;
    private final Contacts contacts;
    private final DueDiligence dueDiligence;
    private final Access access;
    private final Clock clock;

    PartnerRecords(
            AgreementFacts facts,
            Agreements agreements,
            Activities activities,
            Visits visits,
            PartnerNews news,
            Contacts contacts,
            DueDiligence dueDiligence,
            Access access,
            Clock clock) {
        this.facts = facts;
        this.agreements = agreements;
        this.activities = activities;
        this.visits = visits;
        this.news = news;
        this.contacts = contacts;
        this.dueDiligence = dueDiligence;
        this.access = access;
        this.clock = clock;
    }

    public boolean mayRead() {
        return visits.mayRead() && access.may("agreement.read");
    }

    @Transactional(readOnly = true)
    public PartnerRecord of(OrganizationRef partner) {
        access.require("partnership.read");
        access.require("agreement.read");
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        String key = PartnerRecord.class.getName() + partner.id() + Text.locale();
        if (request != null
                && request.getAttribute(key, RequestAttributes.SCOPE_REQUEST)
                        instanceof PartnerRecord known) {
            return known;
        }
        PartnerRecord read = read(partner);
        if (request != null) {
            request.setAttribute(key, read, RequestAttributes.SCOPE_REQUEST);
        }
        return read;
    }

    private PartnerRecord read(OrganizationRef partner) {
        LocalDate today = LocalDate.now(clock);
        AgreementFilter filter =
                AgreementFilter.on(today).with(Dimension.PARTNER, partner.id().toString());
        List<Agreement> all = agreements.ofPartners(List.of(partner.id()));
        List<AgreementLine> lines =
                all.isEmpty()
                        ? List.of()
                        : facts.list(
                                filter, new Order(Order.By.END, false), 0, MOST, Text.locale());
        return new PartnerRecord(
                partner,
                today,
                lines,
                all,
                all.isEmpty() ? List.of() : activities.sums(all),
                all.isEmpty() ? Map.of() : activities.uses(all),
                visits.of(List.of(partner.id()), today.minusYears(YEARS), today.plusYears(YEARS)),
                news.of(partner.id()),
                contacts.of(List.of(partner.id())),
                dueDiligence.mayRead() ? dueDiligence.of(partner.id()) : null);
    }
}
