package org.kakehashi.resolver;

import org.jspecify.annotations.Nullable;

/// What is known about an institution beside its text. Every hint may be missing.
///
/// @param country ISO 3166-1 alpha-2 code
/// @param city name of a city or region in any language
/// @param domain internet domain, web address or e-mail address
/// @param kind the sort of organization expected
public record Hints(
        @Nullable String country,
        @Nullable String city,
        @Nullable String domain,
        @Nullable Kind kind) {

    private static final Hints NONE = new Hints(null, null, null, null);

    public static Hints none() {
        return NONE;
    }

    public static Hints country(@Nullable String country) {
        return NONE.withCountry(country);
    }

    public Hints withCountry(@Nullable String country) {
        return new Hints(country, city, domain, kind);
    }

    public Hints withCity(@Nullable String city) {
        return new Hints(country, city, domain, kind);
    }

    public Hints withDomain(@Nullable String domain) {
        return new Hints(country, city, domain, kind);
    }

    public Hints withKind(@Nullable Kind kind) {
        return new Hints(country, city, domain, kind);
    }
}
