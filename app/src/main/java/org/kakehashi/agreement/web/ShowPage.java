package org.kakehashi.agreement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Status;
import org.kakehashi.document.DocumentsPart;
import org.kakehashi.intake.Source;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.ui.Text;

/// An agreement as its page shows it.
///
/// @param sources the rows of lists that stated it; none if it was typed
/// @param review the latest case about it that the reader may see
/// @param mayPropose may it be put to review by the reader now?
/// @param refusal why the person acting may not change it; null if they may
public record ShowPage(
        Agreement agreement,
        Bilingual heading,
        Status status,
        LocalDate asOf,
        String explanation,
        List<Partner> partners,
        List<Own> units,
        ListPage.Names names,
        @Nullable LocalDate nextRenewal,
        List<Source> sources,
        DocumentsPart documents,
        @Nullable ReviewCase review,
        boolean mayPropose,
        boolean mayEdit,
        @Nullable String refusal) {

    /// A partner: the organization once recognised, and how it was written.
    public record Partner(
            @Nullable OrganizationRef organization,
            String label,
            @Nullable String written,
            @Nullable String alternative,
            @Nullable String faculty,
            @Nullable String country) {}

    /// One of our units: its name, what was written, its role.
    public record Own(@Nullable UUID id, String label, String role) {}

    public AgreementContent content() {
        return agreement.content();
    }

    /// The title in the language the reader does not read, if there is one in both.
    public @Nullable String otherHeading() {
        if (heading.parity() != Bilingual.Parity.BOTH) {
            return null;
        }
        return Text.japanese() ? heading.en() : heading.ja();
    }

    public String href() {
        return "/agreements/" + agreement.id();
    }
}
