package org.kakehashi.access;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// What a provider of sign-in says about the person who comes from it, already proven to be from
/// that provider.
///
/// @param provider the key under which the provider is configured
/// @param issuer what the provider calls itself
/// @param subject what it calls the person, for ever
/// @param mailVerified whether the provider vouches for the mail address
/// @param claims everything else it says, by name, for the rules that give roles
public record Arrival(
        String provider,
        String issuer,
        String subject,
        @Nullable String mail,
        boolean mailVerified,
        @Nullable String login,
        @Nullable String nameJa,
        @Nullable String nameEn,
        Map<String, List<String>> claims)
        implements Serializable {
    public Arrival {
        claims = Map.copyOf(claims);
    }

    /// The name in both languages; where a provider has one only, it stands for both.
    Bilingual name() {
        String fallback = nameJa != null ? nameJa : nameEn != null ? nameEn : subject;
        return new Bilingual(
                nameJa != null ? nameJa : fallback, nameEn != null ? nameEn : fallback);
    }
}
