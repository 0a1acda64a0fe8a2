package org.kakehashi.intake.internal;

/// Is told how far a piece of work is; may end it by an exception.
@FunctionalInterface
public interface Progress {
    Progress NOBODY = (done, total) -> {};

    void tell(long done, long total);
}
