package org.kakehashi.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that happened: when (as shown, and in ISO 8601 for machines), what, by whom, and what
/// changed.
public record HistoryEntry(
        String when,
        String instant,
        String what,
        @Nullable String by,
        Tone tone,
        List<Change> changes) {
    /// A field's value before and after; null is "nothing".
    public record Change(String field, @Nullable String before, @Nullable String after) {}

    public HistoryEntry {
        changes = List.copyOf(changes);
    }
}
