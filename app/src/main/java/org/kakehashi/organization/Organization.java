package org.kakehashi.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An organization with everything its own record says.
///
/// @param origin `ror` or `local`
/// @param types in the vocabulary of ROR: education, funder, healthcare …
/// @param externalIds by scheme (`isni`, `grid`, `wikidata`, `fundref`), the preferred one first
/// @param release the registry release the record last came from
public record Organization(
        OrganizationRef ref,
        String origin,
        List<String> types,
        @Nullable Integer established,
        @Nullable String subdivision,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String website,
        @Nullable String wikipedia,
        List<String> domains,
        Map<String, List<String>> externalIds,
        @Nullable String note,
        @Nullable LocalDate registryModified,
        @Nullable String release,
        int version) {

    public boolean local() {
        return origin.equals("local");
    }
}
