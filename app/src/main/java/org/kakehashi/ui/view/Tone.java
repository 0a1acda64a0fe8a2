package org.kakehashi.ui.view;

import java.util.Locale;

/// What a status means to its reader. Always shown as icon, word and colour together; unknown is
/// never green.
public enum Tone {
    GOOD,
    ATTENTION,
    BAD,
    INFO,
    NEUTRAL,
    UNKNOWN;

    /// The name in class attributes and of the icon.
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
