package org.kakehashi.access.internal;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.kakehashi.kernel.Digests;

/// A link of the audit chain. Its hash covers the form, the sequence number, the hash before, the
/// hash of the content and the moment of sealing, each on a line of its own.
record Link(
        long seq,
        String kind,
        UUID subject,
        byte[] contentHash,
        byte[] hash,
        OffsetDateTime sealedAt) {
    static final String ENTRY = "entry";
    static final String CHANGES = "changes";

    /// What stands before the first link.
    static final byte[] NOTHING = new byte[32];

    static Link after(
            long seq, byte[] before, String kind, UUID subject, String content, OffsetDateTime at) {
        byte[] contentHash = Digests.sha256(content.getBytes(StandardCharsets.UTF_8));
        return new Link(seq, kind, subject, contentHash, hash(seq, before, contentHash, at), at);
    }

    static byte[] hash(long seq, byte[] before, byte[] contentHash, OffsetDateTime at) {
        String text =
                "kakehashi-audit/%d\n%d\n%s\n%s\n%s\n"
                        .formatted(
                                Canonical.FORM,
                                seq,
                                Digests.hex(before),
                                Digests.hex(contentHash),
                                Canonical.moment(at));
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
