package org.kakehashi.kernel;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A piece of background work as people see it. Progress counts what the kind counts (bytes, rows).
public record Job(
        UUID id,
        String kind,
        State state,
        Map<String, Object> input,
        Map<String, Object> result,
        long done,
        @Nullable Long total,
        @Nullable String problem,
        @Nullable UUID startedBy,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {

    /// Where the work stands.
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean over() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /// 0 to 100, or null while the total is unknown.
    public @Nullable Integer percent() {
        return total == null || total <= 0 ? null : (int) Math.min(100, done * 100 / total);
    }
}
