package org.kakehashi.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// "Whoever a provider says this about has that role."
///
/// @param provider null: any provider
/// @param value `*`: any value
/// @param unit null and not from the value: everywhere
/// @param days how long the role lasts after a sign-in; null: until a sign-in no longer gives it
public record ClaimRule(
        UUID id,
        @Nullable String provider,
        String claim,
        String value,
        String role,
        @Nullable UUID unit,
        boolean unitFromValue,
        @Nullable Integer days,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    boolean speaksOf(Arrival arrival) {
        return provider == null || provider.equals(arrival.provider());
    }

    boolean fits(String said) {
        return value.equals("*") || value.equals(said);
    }

    /// As a line for people: `groups = intl-office`.
    public String text() {
        return (provider == null ? "" : provider + ": ") + claim + " = " + value;
    }
}
