package org.kakehashi.ui.view;

/// A column of a list: key in addresses and exports, heading, and what it can do.
public record Column(
        String key,
        String label,
        boolean sortable,
        boolean numeric,
        boolean optional,
        boolean byDefault) {
    /// A column of text that can be sorted, hidden and is shown at first.
    public static Column text(String key, String label) {
        return new Column(key, label, true, false, true, true);
    }

    /// A column of numbers that can be sorted, hidden and is shown at first.
    public static Column number(String key, String label) {
        return new Column(key, label, true, true, true, true);
    }

    /// Always shown, as the name of a row is.
    public Column fixed() {
        return new Column(key, label, sortable, numeric, false, true);
    }

    /// Hidden until a reader asks for it.
    public Column onRequest() {
        return new Column(key, label, sortable, numeric, true, false);
    }

    public Column unsorted() {
        return new Column(key, label, false, numeric, optional, byDefault);
    }
}
