package org.kakehashi.resolver;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which state of a registry an answer rests on.
///
/// @param name such as `v2.9`, empty when unknown
/// @param date of publication, null when unknown
public record RegistryVersion(String name, @Nullable LocalDate date) {

    private static final RegistryVersion UNKNOWN = new RegistryVersion("", null);

    public static RegistryVersion unknown() {
        return UNKNOWN;
    }
}
