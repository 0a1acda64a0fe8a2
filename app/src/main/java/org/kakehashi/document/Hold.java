package org.kakehashi.document;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A legal hold: while one stands, nothing of the document is deleted.
public record Hold(
        UUID id,
        String reason,
        OffsetDateTime at,
        Bilingual by,
        @Nullable OffsetDateTime liftedAt,
        Bilingual liftedBy,
        @Nullable String liftedReason) {}
