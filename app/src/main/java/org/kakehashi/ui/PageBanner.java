package org.kakehashi.ui;

import java.util.Optional;

/// A line above every page that must not be overlooked, contributed by a room as a bean.
public interface PageBanner {
    /// The line as it stands now, in the reader's language; empty where there is none.
    Optional<Banner> banner();

    /// @param action where the button posts to
    record Banner(String text, String action, String button) {}
}
