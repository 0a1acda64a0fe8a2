package org.kakehashi.partnership.designation.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ids as forms send them.
final class Ids {
    private Ids() {}

    /// Null for anything that is not an id.
    static @Nullable UUID read(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(text)
                : null;
    }
}
