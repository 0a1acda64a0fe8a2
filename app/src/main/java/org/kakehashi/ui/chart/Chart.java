package org.kakehashi.ui.chart;

import java.util.List;

/// A picture of figures and the same figures as a table.
public interface Chart {
    Caption caption();

    /// A complete, well-formed `<svg>` element; everything in it that came from people is escaped.
    String svg();

    DataTable table();

    default List<LegendEntry> legend() {
        return List.of();
    }

    /// Is it too wide for a phone, so that it scrolls in its own region?
    default boolean wide() {
        return false;
    }

    default String id() {
        return caption().id();
    }

    default String title() {
        return caption().title();
    }
}
