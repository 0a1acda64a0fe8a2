package org.kakehashi.access;

import java.time.OffsetDateTime;

/// A link of the audit chain written down: its sequence number and hash (64 hexadecimal digits),
/// when and where (`daily` in the data folder, `print`, `backup`, `export`). Kept outside the
/// database it shows that a tail was cut off or the chain written anew.
public record AuditAnchor(long seq, String hash, OffsetDateTime at, String place) {
    /// As it is written on paper and given to `verify-audit --anchor`.
    public String text() {
        return seq + ":" + hash;
    }
}
