package org.kakehashi.access.internal;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Identities.FirstSignIn;
import org.kakehashi.kernel.Bilingual;
import org.springframework.core.env.Environment;

/// An OpenID provider, as the settings `kakehashi.oidc.KEY.…` name it.
///
/// @param secondFactorThere whether its own second factor is taken for ours
public record Provider(
        String key,
        Bilingual name,
        String issuer,
        String clientId,
        String clientSecret,
        List<String> scopes,
        FirstSignIn first,
        boolean secondFactorThere) {

    /// All that are set; a setting that cannot be meant stops the start with a sentence.
    static List<Provider> all(Environment settings) {
        return Arrays.stream(settings.getProperty("kakehashi.oidc.providers", "").split(",", -1))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(key -> of(key, settings))
                .toList();
    }

    private static Provider of(String key, Environment settings) {
        if (!key.matches("[a-z][a-z0-9]{0,19}")) {
            throw wrong("providers", "keys are lower-case letters and digits");
        }
        String prefix = "kakehashi.oidc." + key + ".";
        String issuer = needed(settings, prefix + "issuer");
        if (!isSafe(issuer)) {
            throw wrong(prefix + "issuer", "must begin with https://");
        }
        String name = settings.getProperty(prefix + "name-en", key);
        return new Provider(
                key,
                new Bilingual(settings.getProperty(prefix + "name-ja", name), name),
                issuer,
                needed(settings, prefix + "client-id"),
                settings.getProperty(prefix + "client-secret", ""),
                Arrays.stream(
                                settings.getProperty(prefix + "scopes", "openid,profile,email")
                                        .split("[ ,]+", -1))
                        .filter(scope -> !scope.isEmpty())
                        .toList(),
                first(settings, prefix + "first-sign-in"),
                settings.getProperty(prefix + "second-factor", "here").equals("provider"));
    }

    static FirstSignIn first(Environment settings, String name) {
        String value = settings.getProperty(name, "refuse").toUpperCase(Locale.ROOT);
        return Arrays.stream(FirstSignIn.values())
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseThrow(() -> wrong(name, "is refuse, link or create"));
    }

    static String needed(Environment settings, String name) {
        @Nullable String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw wrong(name, "is missing");
        }
        return value.strip();
    }

    static IllegalStateException wrong(String name, String what) {
        return new IllegalStateException("The setting " + name + " " + what + ".");
    }

    /// Encrypted, or on this very machine.
    private static boolean isSafe(String address) {
        URI uri = URI.create(address);
        String host = Objects.requireNonNullElse(uri.getHost(), "");
        return "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme())
                        && (host.equals("localhost") || host.equals("127.0.0.1"));
    }
}
