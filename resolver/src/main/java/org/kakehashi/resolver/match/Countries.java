package org.kakehashi.resolver.match;

import java.util.Set;
import org.kakehashi.resolver.text.CountryNames;

/// How an organization's country stands to the countries stated.
enum Countries {
    AGREES,
    RELATED,
    UNKNOWN,
    CONTRADICTS;

    static Countries of(Set<String> stated, String country) {
        if (stated.isEmpty() || country.isEmpty()) {
            return UNKNOWN;
        }
        if (stated.contains(country)) {
            return AGREES;
        }
        boolean related = stated.stream().anyMatch(code -> CountryNames.related(code, country));
        return related ? RELATED : CONTRADICTS;
    }
}
