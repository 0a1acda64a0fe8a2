package org.kakehashi.resolver.ror;

/// Thrown while a record is read and turned into a [RorProblem].
final class BrokenRecord extends Exception {

    private static final long serialVersionUID = 1L;

    private final RorProblem.Reason reason;

    BrokenRecord(RorProblem.Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    RorProblem.Reason reason() {
        return reason;
    }
}
