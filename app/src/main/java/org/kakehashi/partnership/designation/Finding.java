package org.kakehashi.partnership.designation;

import org.kakehashi.kernel.Coded;

/// Whether a criterion, or a rule over criteria, holds. Unknown is neither.
public enum Finding implements Coded {
    MET,
    NOT_MET,
    UNKNOWN;

    static Finding of(boolean met) {
        return met ? MET : NOT_MET;
    }
}
