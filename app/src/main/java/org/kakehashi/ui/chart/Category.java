package org.kakehashi.ui.chart;

import org.jspecify.annotations.Nullable;

/// A place on the axis: a fiscal year, usually, and where its records are.
public record Category(String label, @Nullable String href) {
    public Category(String label) {
        this(label, null);
    }
}
