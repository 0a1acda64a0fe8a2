package org.kakehashi.document;

import org.jspecify.annotations.Nullable;

/// Which documents are wanted; the one definition behind list, count and export.
///
/// @param text words of the title, of a file name or inside the newest version
/// @param state null means those that are not deleted
public record DocumentFilter(
        String text,
        @Nullable String kind,
        @Nullable String ownerKind,
        @Nullable String language,
        @Nullable State state) {

    /// What stands with a document.
    public enum State {
        HELD,
        EXPIRED,
        REMOVED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static @Nullable State of(@Nullable String code) {
            for (State one : values()) {
                if (one.code().equals(code)) {
                    return one;
                }
            }
            return null;
        }
    }
}
