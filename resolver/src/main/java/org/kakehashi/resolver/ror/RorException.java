package org.kakehashi.resolver.ror;

import java.io.IOException;

/// The whole file cannot be read as a release.
public final class RorException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public RorException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// Why a file is refused.
    public enum Reason {
        /// The zip holds no ROR JSON file of schema 2.
        NO_RELEASE_INSIDE,
        /// Neither a JSON array nor lines of JSON.
        NOT_JSON,
        /// Unpacks to more than [RorLimits] allow.
        TOO_LARGE
    }
}
