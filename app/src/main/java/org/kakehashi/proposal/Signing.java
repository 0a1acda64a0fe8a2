package org.kakehashi.proposal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// One signature, planned or given; the order is that of the list.
///
/// @param role post of the signer
/// @param ceremony where it is signed with others present
/// @param on null: not signed yet
public record Signing(
        Side side,
        @Nullable String role,
        @Nullable String who,
        @Nullable String place,
        @Nullable String ceremony,
        @Nullable LocalDate on) {

    public enum Side implements Coded {
        HOME,
        PARTNER
    }
}
