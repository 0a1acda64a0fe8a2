package org.kakehashi.organization.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.organization.LocalOrganization;
import org.kakehashi.organization.Organization;
import org.kakehashi.organization.OrganizationRef;

/// The form of an organization of our own, as typed.
public record LocalOrganizationForm(
        @Nullable String nameJa,
        @Nullable String nameEn,
        @Nullable String nameLocal,
        @Nullable String country,
        @Nullable String city,
        @Nullable List<String> types,
        @Nullable String status,
        @Nullable String website,
        @Nullable String latitude,
        @Nullable String longitude,
        @Nullable String note,
        @Nullable Integer version) {

    static LocalOrganizationForm blank(@Nullable String name) {
        boolean latin = name != null && name.chars().allMatch(c -> c < 0x250);
        return new LocalOrganizationForm(
                latin ? null : name,
                latin ? name : null,
                null,
                null,
                null,
                List.of("education"),
                "active",
                null,
                null,
                null,
                null,
                0);
    }

    static LocalOrganizationForm of(Organization organization, @Nullable String local) {
        OrganizationRef ref = organization.ref();
        return new LocalOrganizationForm(
                ref.name().ja(),
                ref.name().en(),
                local,
                ref.country() == null ? null : ref.country().code(),
                ref.city(),
                organization.types(),
                ref.status().code(),
                organization.website(),
                number(organization.latitude()),
                number(organization.longitude()),
                organization.note(),
                organization.version());
    }

    private static @Nullable String number(@Nullable Double value) {
        return value == null ? null : value.toString();
    }

    /// Message keys by field; empty when all is well.
    Map<String, String> problems() {
        Map<String, String> found = new LinkedHashMap<>();
        if (text(nameJa) == null && text(nameEn) == null && text(nameLocal) == null) {
            found.put("nameJa", "organization.form.name");
        }
        String site = text(website);
        if (site != null && !site.matches("(?i)https?://\\S+")) {
            found.put("website", "organization.form.website");
        }
        if (!isDegree(latitude, 90)) {
            found.put("latitude", "organization.form.latitude");
        }
        if (!isDegree(longitude, 180)) {
            found.put("longitude", "organization.form.longitude");
        }
        if (found.isEmpty() && (text(latitude) == null) != (text(longitude) == null)) {
            found.put("latitude", "organization.form.place");
        }
        return found;
    }

    LocalOrganization organization() {
        return new LocalOrganization(
                new Bilingual(nameJa, nameEn),
                text(nameLocal),
                text(country) == null ? null : new Country(String.valueOf(text(country))),
                text(city),
                types == null
                        ? List.of()
                        : types.stream().filter(OrganizationWords.TYPES::contains).toList(),
                "inactive".equals(status)
                        ? OrganizationRef.Status.INACTIVE
                        : OrganizationRef.Status.ACTIVE,
                text(website),
                degree(latitude),
                degree(longitude),
                text(note));
    }

    private static boolean isDegree(@Nullable String typed, int most) {
        if (text(typed) == null) {
            return true;
        }
        try {
            Double value = degree(typed);
            return value != null && Math.abs(value) <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static @Nullable Double degree(@Nullable String typed) {
        String text = text(typed);
        return text == null ? null : Double.valueOf(text);
    }

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
