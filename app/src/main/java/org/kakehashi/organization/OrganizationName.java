package org.kakehashi.organization;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One name of an organization, present or former.
///
/// @param language ISO 639-1 code, null when not stated
/// @param kind `display`, `label`, `alias` or `acronym`
/// @param source `ror`, `office` (typed by a person) or `decision` (a spelling someone recognised)
/// @param preferred the name shown in its language, chosen by the office
/// @param release the registry release that brought it, or null
/// @param removedAt when it went, null while it is used
public record OrganizationName(
        UUID id,
        UUID organization,
        String value,
        @Nullable String language,
        String kind,
        String source,
        boolean preferred,
        @Nullable String note,
        @Nullable String confirmedBy,
        OffsetDateTime addedAt,
        @Nullable String release,
        @Nullable OffsetDateTime removedAt) {

    public boolean current() {
        return removedAt == null;
    }

    /// Names of the registry are the registry's; only those of people can be taken away here.
    public boolean removable() {
        return current() && !source.equals("ror");
    }
}
