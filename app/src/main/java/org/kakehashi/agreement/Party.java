package org.kakehashi.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A partner of an agreement: the institution once recognised, what was written, and its faculty.
///
/// @param country ISO 3166-1 alpha-2; null: that of the organization, or unknown
public record Party(
        @Nullable UUID organization,
        String written,
        @Nullable String alternative,
        @Nullable UUID partnerUnit,
        @Nullable String partnerUnitWritten,
        @Nullable String country,
        @Nullable String countryWritten) {

    /// A partner known to the register of organizations.
    public static Party of(UUID organization) {
        return new Party(organization, "", null, null, null, null, null);
    }

    /// A partner nobody has recognised yet.
    public static Party written(String name, @Nullable String country) {
        return new Party(null, name, null, null, null, country, null);
    }

    public boolean isEmpty() {
        return organization == null && written.isBlank();
    }
}
