package org.kakehashi.ui.view;

import org.jspecify.annotations.Nullable;

/// Something wrong: what, where (an address or `#field`), and what to do about it.
public record Problem(String text, @Nullable String href, @Nullable String remedy) {
    public Problem(String text) {
        this(text, null, null);
    }
}
