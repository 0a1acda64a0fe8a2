package org.kakehashi.agreement.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Party;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.PartnerUnit;
import org.kakehashi.organization.PartnerUnits;
import org.springframework.stereotype.Component;

/// Reads a partner from the form: the organization picked, or the words as written. A name that is
/// exactly one organization's is taken for it also without picking.
@Component
class PartnerReading {
    private static final int ENOUGH_TO_TELL = 10;

    private final Organizations organizations;
    private final PartnerUnits partnerUnits;

    PartnerReading(Organizations organizations, PartnerUnits partnerUnits) {
        this.organizations = organizations;
        this.partnerUnits = partnerUnits;
    }

    Party read(AgreementForm form, String at) {
        String typed = form.textOr(at + "Text", "");
        OrganizationRef picked =
                retyped(form, at, typed)
                        ? null
                        : id(form.text(at)).flatMap(organizations::find).orElse(null);
        if (picked == null && !typed.isEmpty()) {
            picked = theOnlyOne(typed);
        }
        String faculty = form.text(at + "Faculty");
        String written = form.textOr(at + "Written", "");
        return new Party(
                picked == null ? null : picked.id(),
                picked == null ? typed : written,
                form.text(at + "Alternative"),
                picked == null || faculty == null ? null : faculty(picked.id(), faculty),
                faculty,
                form.text(at + "Country"),
                form.text(at + "CountryWritten"));
    }

    /// Without JavaScript the id stays when other words are typed over the name.
    private static boolean retyped(AgreementForm form, String at, String typed) {
        String was = form.text(at + "Was");
        return was != null
                && was.equals(form.text(at))
                && !typed.equals(form.textOr(at + "WasText", ""));
    }

    private @Nullable OrganizationRef theOnlyOne(String typed) {
        var same =
                organizations.search(typed, ENOUGH_TO_TELL).stream()
                        .filter(ref -> named(ref, typed))
                        .toList();
        return same.size() == 1 ? same.getFirst() : null;
    }

    private static boolean named(OrganizationRef ref, String typed) {
        return typed.equalsIgnoreCase(ref.registered())
                || typed.equalsIgnoreCase(ref.label(Locale.JAPANESE))
                || typed.equalsIgnoreCase(ref.label(Locale.ENGLISH));
    }

    private @Nullable UUID faculty(UUID organization, String name) {
        return partnerUnits.findByName(organization, name).map(PartnerUnit::id).orElse(null);
    }

    private static Optional<UUID> id(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(one -> one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }
}
