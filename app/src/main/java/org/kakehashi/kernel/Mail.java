package org.kakehashi.kernel;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail in the outbox as administrators see it: never its text, which may be personal or hold a
/// secret link.
public record Mail(
        UUID id,
        String recipient,
        String language,
        String subject,
        String messageId,
        State state,
        int attempts,
        int possibleRepeats,
        @Nullable String problem,
        OffsetDateTime createdAt,
        OffsetDateTime nextTryAt,
        @Nullable OffsetDateTime sentAt) {

    /// Where a mail stands. `SENDING` is also the state of one whose fate a crash or a broken
    /// connection left unknown: it is sent again.
    public enum State {
        WAITING,
        SENDING,
        SENT,
        REFUSED
    }
}
