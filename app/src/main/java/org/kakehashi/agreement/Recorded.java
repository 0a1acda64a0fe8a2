package org.kakehashi.agreement;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was recorded about an agreement at one time.
///
/// @param by the person; null for the system
/// @param reason why, where one was given: an import, an undo
public record Recorded(
        OffsetDateTime at, @Nullable UUID by, @Nullable String reason, AgreementContent content) {}
