package org.kakehashi.ui.chart;

import org.jspecify.annotations.Nullable;

/// A name and its figure, null if unknown, and where its records are.
public record Bar(String label, @Nullable Number value, @Nullable String href) {}
