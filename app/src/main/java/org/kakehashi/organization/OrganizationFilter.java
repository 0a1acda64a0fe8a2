package org.kakehashi.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which organizations a list shows. Empty parts ask nothing.
///
/// @param text as typed: names, initials, domain, ROR id
/// @param countries ISO 3166-1 alpha-2 codes
/// @param origin `ror` or `local`
/// @param use key of an [OrganizationUse]
public record OrganizationFilter(
        String text,
        List<String> countries,
        List<String> types,
        List<String> statuses,
        @Nullable String origin,
        @Nullable String use) {

    public static final OrganizationFilter ALL = of("");

    /// Those these words find.
    public static OrganizationFilter of(String text) {
        return new OrganizationFilter(text, List.of(), List.of(), List.of(), null, null);
    }

    public OrganizationFilter {
        text = text.strip();
        countries = List.copyOf(countries);
        types = List.copyOf(types);
        statuses = List.copyOf(statuses);
    }

    public static OrganizationFilter text(String text) {
        return new OrganizationFilter(text, List.of(), List.of(), List.of(), null, null);
    }
}
