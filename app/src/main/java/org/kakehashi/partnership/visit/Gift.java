package org.kakehashi.partnership.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// Something given or received during a visit.
///
/// @param id null until it is recorded
/// @param yen its value, also estimated; null: unknown
/// @param registration number in the university's register of gifts; null: not registered
public record Gift(
        @Nullable UUID id,
        Direction direction,
        String what,
        @Nullable Integer yen,
        @Nullable String registration) {
    public enum Direction implements Coded {
        /// 贈呈
        GIVEN,
        /// 受領
        RECEIVED
    }
}
