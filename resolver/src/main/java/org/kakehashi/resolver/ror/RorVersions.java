package org.kakehashi.resolver.ror;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.RegistryVersion;

/// Version and date out of a release's file name, `v2.9-2026-06-23-ror-data.zip`.
public final class RorVersions {

    private static final Pattern NAME =
            Pattern.compile("v(\\d+(?:\\.\\d+)+)(?:-(\\d{4}-\\d{2}-\\d{2}))?(?![\\d.])");

    private RorVersions() {}

    public static RegistryVersion of(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        if (!matcher.find()) {
            return RegistryVersion.unknown();
        }
        return new RegistryVersion("v" + matcher.group(1), date(matcher.group(2)));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
