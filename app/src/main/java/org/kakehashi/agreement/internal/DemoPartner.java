package org.kakehashi.agreement.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.organization.OrganizationRef;

/// A partner of the demonstration as the generator needs it.
record DemoPartner(
        UUID id, @Nullable String rorId, Bilingual name, String country, @Nullable String city) {
    static DemoPartner of(OrganizationRef ref) {
        Country country = ref.country();
        if (country == null) {
            throw new IllegalArgumentException(ref + " has no country");
        }
        return new DemoPartner(ref.id(), ref.rorId(), ref.name(), country.code(), ref.city());
    }
}
