package org.kakehashi.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found inside a content.
///
/// @param state how far its words were read: `read`, `cut`, `none`, `locked`, `unreadable`; null
///   while nobody has looked
/// @param pages null where that means nothing
public record Findings(
        @Nullable String state, @Nullable Integer pages, List<PdfSignature> signatures) {
    public Findings {
        signatures = List.copyOf(signatures);
    }

    /// The end of its message key.
    public String word() {
        return state == null ? "waiting" : state;
    }
}
