package org.kakehashi.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;

/// What people say about an organization the registry does not have.
///
/// @param local its name in a third language, such as that of its country
/// @param status active or inactive
public record LocalOrganization(
        Bilingual name,
        @Nullable String local,
        @Nullable Country country,
        @Nullable String city,
        List<String> types,
        OrganizationRef.Status status,
        @Nullable String website,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String note) {

    public LocalOrganization {
        types = List.copyOf(types);
        if (name.parity() == Bilingual.Parity.NONE && local == null) {
            throw new IllegalArgumentException("an organization needs a name");
        }
    }

    /// The name it is registered under: English, else Japanese, else local.
    public String registered() {
        if (name.en() != null) {
            return name.en();
        }
        return name.ja() != null ? name.ja() : String.valueOf(local);
    }

    /// An organization of which only names and country are known.
    public static LocalOrganization of(Bilingual name, @Nullable Country country) {
        return new LocalOrganization(
                name,
                null,
                country,
                null,
                List.of(),
                OrganizationRef.Status.ACTIVE,
                null,
                null,
                null,
                null);
    }
}
