package org.kakehashi.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.DateText;

/// One organization continues another. Entries of the registry are the registry's; those of the
/// office lie over them.
///
/// @param kind `unknown`, `rename`, `merge`, `split` or `absorb`
/// @param source `ror` or `office`
public record Succession(
        UUID id,
        OrganizationRef predecessor,
        OrganizationRef successor,
        String kind,
        DateText happened,
        String source,
        @Nullable String note,
        @Nullable String recordedBy,
        int version) {}
