package org.kakehashi.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// One of our units in an agreement: responsible for it (責任部局) or related (関係部局).
public record HomeUnit(@Nullable UUID unit, String written, Role role) {
    public enum Role implements Coded {
        RESPONSIBLE,
        RELATED
    }

    public static HomeUnit responsible(UUID unit) {
        return new HomeUnit(unit, "", Role.RESPONSIBLE);
    }
}
