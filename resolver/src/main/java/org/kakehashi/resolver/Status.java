package org.kakehashi.resolver;

/// Whether the registry still keeps a record up.
public enum Status {
    ACTIVE,
    /// The organization ended, perhaps with a successor.
    INACTIVE,
    /// The record was taken back, mostly as a duplicate.
    WITHDRAWN
}
