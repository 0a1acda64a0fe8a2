package org.kakehashi.ui.view;

/// One of the values a field offers.
public record Choice(String value, String label, boolean chosen) {
    public Choice(String value, String label) {
        this(value, label, false);
    }

    /// The same choice, chosen if its value is this one.
    public Choice chosenIf(String current) {
        return new Choice(value, label, value.equals(current));
    }
}
