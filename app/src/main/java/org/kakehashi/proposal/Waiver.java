package org.kakehashi.proposal;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a paragraph does not apply to a proposal, and why.
public record Waiver(UUID paragraph, String reason, @Nullable UUID by, OffsetDateTime at) {}
