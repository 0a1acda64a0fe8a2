package org.kakehashi.organization;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened to an organization's record.
///
/// @param key message key: `organization.event.<what>`
/// @param about what it is about, an argument of the message: a release, a name
/// @param by login of the person, null for the registry
public record OrganizationEvent(
        OffsetDateTime at,
        String key,
        String about,
        @Nullable String by,
        List<RegistryChange.Field> fields) {
    public OrganizationEvent {
        fields = List.copyOf(fields);
    }
}
