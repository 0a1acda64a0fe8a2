package org.kakehashi.proposal;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.UUID;

/// That a paragraph does not apply to a proposal, and why.
public record Waiver(UUID paragraph, String reason, @Nullable UUID by, OffsetDateTime at) {}
