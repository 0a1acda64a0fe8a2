package org.kakehashi.ui.view;

import org.jspecify.annotations.Nullable;

/// A sibling view with its own address. The count is left out where it is null.
public record Tab(String label, String href, boolean current, @Nullable Long count) {
    public Tab(String label, String href, boolean current) {
        this(label, href, current, null);
    }
}
