package org.kakehashi.access;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// An administrator sees the system as another person does, for a while and for a reason.
public record SupportView(UUID viewer, UUID of, Instant until, String reason)
        implements Serializable {}
