package org.kakehashi.organization.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.PartnerUnit;

/// The form of a partner's faculty, as typed.
public record PartnerUnitForm(
        @Nullable String nameJa,
        @Nullable String nameEn,
        @Nullable String nameLocal,
        @Nullable String parent,
        @Nullable String website,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable String note,
        @Nullable Integer version) {

    static final PartnerUnitForm BLANK =
            new PartnerUnitForm(null, null, null, null, null, null, null, null, 0);

    static PartnerUnitForm of(PartnerUnit unit) {
        return new PartnerUnitForm(
                unit.name().ja(),
                unit.name().en(),
                unit.local(),
                text(unit.parent()),
                unit.website(),
                text(unit.validFrom()),
                text(unit.validUntil()),
                unit.note(),
                unit.version());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /// Message keys by field; empty when all is well.
    Map<String, String> problems() {
        Map<String, String> found = new LinkedHashMap<>();
        if (LocalOrganizationForm.text(nameJa) == null
                && LocalOrganizationForm.text(nameEn) == null
                && LocalOrganizationForm.text(nameLocal) == null) {
            found.put("nameJa", "organization.form.name");
        }
        if (isNoDate(validFrom)) {
            found.put("validFrom", "organization.form.date");
        }
        if (isNoDate(validUntil)) {
            found.put("validUntil", "organization.form.date");
        }
        if (found.isEmpty() && endsBeforeItBegins()) {
            found.put("validUntil", "organization.form.order");
        }
        return found;
    }

    private boolean endsBeforeItBegins() {
        LocalDate from = date(validFrom);
        LocalDate until = date(validUntil);
        return from != null && until != null && !until.isAfter(from);
    }

    private static boolean isNoDate(@Nullable String typed) {
        try {
            date(typed);
            return false;
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        String text = LocalOrganizationForm.text(typed);
        return text == null ? null : LocalDate.parse(text);
    }

    PartnerUnit unit(UUID id, UUID organization) {
        String above = LocalOrganizationForm.text(parent);
        return new PartnerUnit(
                id,
                organization,
                above == null ? null : UUID.fromString(above),
                new Bilingual(nameJa, nameEn),
                LocalOrganizationForm.text(nameLocal),
                LocalOrganizationForm.text(website),
                date(validFrom),
                date(validUntil),
                LocalOrganizationForm.text(note),
                version == null ? 0 : version);
    }
}
