package org.kakehashi.organization;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a release changed about one organization.
///
/// @param kind `added`, `changed`, `withdrawn` or `missing`
/// @param fields what differs
public record RegistryChange(
        UUID release,
        String releaseLabel,
        java.time.OffsetDateTime at,
        OrganizationRef organization,
        String kind,
        List<Field> fields) {

    public RegistryChange {
        fields = List.copyOf(fields);
    }

    /// A field's value in the record before and after.
    ///
    /// @param name `status`, `name`, `names`, `country` …: the last part of a message key
    public record Field(String name, @Nullable String before, @Nullable String after) {}

    /// A record that could not be read and was skipped.
    ///
    /// @param record 1-based number in the file
    /// @param offset of its first byte in the unpacked file
    /// @param reason `syntax`, `identifier`, `name`, `status`, `structure`, `too_large`,
    ///   `truncated` or `duplicate`
    public record Problem(
            int record, long offset, @Nullable String rorId, String reason, String detail) {}
}
