package org.kakehashi.agreement;

import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;

/// That somebody signed an agreement for one side.
public record Signature(
        Side side,
        @Nullable String who,
        @Nullable String role,
        DateText on,
        @Nullable String place) {
    public enum Side implements Coded {
        HOME,
        PARTNER
    }
}
