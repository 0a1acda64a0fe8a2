package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.document.Documents;
import org.kakehashi.intake.Provenance;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.PartnerUnits;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// Makes the page of one agreement.
@Component
class ShowPages {
    private final Agreements agreements;
    private final Organizations organizations;
    private final PartnerUnits partnerUnits;
    private final Units units;
    private final Provenance provenance;
    private final NameSource names;
    private final ReviewCases reviews;
    private final Documents documents;
    private final Clock clock;

    ShowPages(
            Agreements agreements,
            Organizations organizations,
            PartnerUnits partnerUnits,
            Units units,
            Provenance provenance,
            NameSource names,
            ReviewCases reviews,
            Documents documents,
            Clock clock) {
        this.agreements = agreements;
        this.organizations = organizations;
        this.partnerUnits = partnerUnits;
        this.units = units;
        this.provenance = provenance;
        this.names = names;
        this.reviews = reviews;
        this.documents = documents;
        this.clock = clock;
    }

    ShowPage of(Agreement agreement) {
        AgreementContent content = agreement.content();
        LocalDate today = LocalDate.now(clock);
        Status status = agreements.status(agreement.id(), today, AgreementFilter.MONTHS);
        List<ShowPage.Partner> partners = partners(content);
        boolean mayEdit = agreements.mayEdit(content);
        ReviewCase review = reviews.about("agreement", agreement.id()).orElse(null);
        return new ShowPage(
                agreement,
                heading(content, partners),
                status,
                today,
                Explanation.of(content, status, today),
                partners,
                content.homeUnits().stream().map(this::own).toList(),
                names,
                Explanation.nextRenewal(content.term(), today),
                provenance.sourcesOf("agreement", agreement.id()),
                documents.part("agreement", agreement.id()),
                review,
                mayEdit && content.proposed() && (review == null || review.state().status().over()),
                mayEdit,
                mayEdit || !CurrentUser.get().has("member")
                        ? null
                        : t("agreement.refused.notYourUnit"));
    }

    /// The title, or with whom it is.
    private static Bilingual heading(AgreementContent content, List<ShowPage.Partner> partners) {
        if (content.title().parity() != Bilingual.Parity.NONE) {
            return content.title();
        }
        String names =
                partners.stream()
                        .map(ShowPage.Partner::label)
                        .collect(Collectors.joining(t("agreement.and")));
        return Text.japanese()
                ? new Bilingual(t("agreement.with", "partner", names), null)
                : new Bilingual(null, t("agreement.with", "partner", names));
    }

    private List<ShowPage.Partner> partners(AgreementContent content) {
        Map<UUID, OrganizationRef> known =
                organizations.find(
                        content.parties().stream()
                                .map(Party::organization)
                                .filter(Objects::nonNull)
                                .toList());
        return content.parties().stream()
                .map(party ->
                        partner(
                                party,
                                party.organization() == null
                                        ? null
                                        : known.get(party.organization())))
                .toList();
    }

    private ShowPage.Partner partner(Party party, @Nullable OrganizationRef known) {
        String label = known == null ? party.written() : known.label(Text.locale());
        String country =
                party.country() != null || known == null || known.country() == null
                        ? party.country()
                        : known.country().code();
        return new ShowPage.Partner(
                known,
                label,
                party.written().isBlank() || party.written().equals(label) ? null : party.written(),
                party.alternative(),
                faculty(party),
                country == null ? null : Words.country(country));
    }

    private @Nullable String faculty(Party party) {
        UUID unit = party.partnerUnit();
        if (unit == null || !CurrentUser.get().signedIn()) {
            return party.partnerUnitWritten();
        }
        return partnerUnits
                .find(unit)
                .map(found -> found.label(Text.locale()))
                .orElse(party.partnerUnitWritten());
    }

    private ShowPage.Own own(HomeUnit unit) {
        String name =
                unit.unit() == null
                        ? unit.written()
                        : units.find(unit.unit()).map(one -> t(one.name())).orElse(unit.written());
        return new ShowPage.Own(unit.unit(), name, Words.word("role", unit.role()));
    }
}
