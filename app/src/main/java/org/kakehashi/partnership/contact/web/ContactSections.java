package org.kakehashi.partnership.contact.web;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.RenewalEvidence;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.partnership.contact.Contact;
import org.kakehashi.partnership.contact.Contacts;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// Contacts on the profile of a partner, and how many of them are alive when a renewal is decided.
@Component
public class ContactSections implements ProfileSection, RenewalEvidence {
    /// What the section shows.
    ///
    /// @param partner for whom a contact may be added; null: the reader may not
    /// @param alive heard from within two years
    public record Shown(
            List<Contact> contacts, long alive, LocalDate today, @Nullable UUID partner) {}

    private final Contacts contacts;
    private final Clock clock;
    private final Templates templates;

    ContactSections(Contacts contacts, Clock clock, Templates templates) {
        this.contacts = contacts;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String title() {
        return "partnership.contacts";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        return section(List.of(organization.id()), contacts.mayCreate() ? organization.id() : null);
    }

    @Override
    public Optional<Content> content(Agreement agreement, LocalDate from, LocalDate until) {
        return section(
                agreement.content().parties().stream()
                        .map(Party::organization)
                        .filter(Objects::nonNull)
                        .toList(),
                null);
    }

    private Optional<Content> section(List<UUID> partners, @Nullable UUID adding) {
        List<Contact> all = contacts.of(partners);
        if (all.isEmpty() && adding == null) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        return Optional.of(
                templates.partnershipContactSection(
                                new Shown(
                                        all,
                                        all.stream().filter(one -> one.aliveOn(today)).count(),
                                        today,
                                        adding))
                        ::render);
    }
}
