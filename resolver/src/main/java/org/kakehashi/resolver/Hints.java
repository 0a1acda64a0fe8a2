package org.kakehashi.resolver;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known about an institution beside its text. Every hint may be missing.
///
/// @param country ISO 3166-1 alpha-2 code
/// @param city name of a city or region in any language
/// @param domain internet domain, web address or e-mail address
/// @param kind the sort of organization expected
/// @param date the day the text speaks of; successions after it do not count yet
public record Hints(
        @Nullable String country,
        @Nullable String city,
        @Nullable String domain,
        @Nullable Kind kind,
        @Nullable LocalDate date) {

    private static final Hints NONE = new Hints(null, null, null, null, null);

    public static Hints none() {
        return NONE;
    }

    public static Hints country(@Nullable String country) {
        return NONE.withCountry(country);
    }

    public Hints withCountry(@Nullable String country) {
        return new Hints(country, city, domain, kind, date);
    }

    public Hints withCity(@Nullable String city) {
        return new Hints(country, city, domain, kind, date);
    }

    public Hints withDomain(@Nullable String domain) {
        return new Hints(country, city, domain, kind, date);
    }

    public Hints withKind(@Nullable Kind kind) {
        return new Hints(country, city, domain, kind, date);
    }

    public Hints withDate(@Nullable LocalDate date) {
        return new Hints(country, city, domain, kind, date);
    }
}
