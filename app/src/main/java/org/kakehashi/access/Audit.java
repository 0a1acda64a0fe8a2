package org.kakehashi.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.AuditStore;
import org.kakehashi.kernel.CurrentUser;
import org.springframework.stereotype.Service;

/// The audit trail: who did what to which record, and when. Rows can be added, never changed.
@Service
public class Audit {
    /// One line of the trail.
    public record Entry(
            OffsetDateTime at,
            @Nullable String login,
            String action,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            String detail) {}

    private final AuditStore store;

    Audit(AuditStore store) {
        this.store = store;
    }

    /// Writes a line within the caller's transaction. The action is a message key of its room.
    public void record(
            String action,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            Map<String, ?> detail) {
        store.insert(CurrentUser.get(), action, subjectKind, subjectId, detail);
    }

    /// The newest lines, at most this many.
    public List<Entry> latest(int limit) {
        return store.latest(limit);
    }
}
