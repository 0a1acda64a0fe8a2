package org.kakehashi.document;

import java.time.OffsetDateTime;
import java.util.UUID;

/// A file somebody sent as the next version while somebody else was quicker. It is kept until its
/// sender adds it after the other's, or gives it up.
///
/// @param seen the version its sender had before them
public record Overtaken(
        UUID id, String name, long bytes, String note, int seen, OffsetDateTime at) {}
