package org.kakehashi.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a walk over the whole audit chain found.
///
/// @param links links walked
/// @param entries entries of the trail among them
/// @param changes versions of records that were compared with their history
/// @param disposed entries whose retention time was over: only their hashes are left
/// @param waiting transactions committed and not yet linked
/// @param anchors anchors that were compared
/// @param broken the first thing that does not fit; null if the chain is whole
public record AuditReport(
        long links,
        long entries,
        long changes,
        long disposed,
        long waiting,
        int anchors,
        @Nullable Broken broken) {
    /// What does not fit: the sequence number of the link, 0 where there is none, and a message.
    public record Broken(long seq, String key, Map<String, Object> arguments) {}

    public boolean whole() {
        return broken == null;
    }

    /// For logs and scripts.
    public String line() {
        return "AUDIT links=%d entries=%d changes=%d disposed=%d waiting=%d anchors=%d result=%s link=%s"
                .formatted(
                        links,
                        entries,
                        changes,
                        disposed,
                        waiting,
                        anchors,
                        whole() ? "whole" : "broken",
                        broken == null ? "-" : Long.toString(broken.seq()));
    }
}
