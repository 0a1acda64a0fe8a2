package org.kakehashi.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records a room lets people find by words, contributed as a bean. It answers only what the person
/// acting may read.
public interface SearchSource {
    /// Lower numbers stand first.
    int order();

    Found search(String words, int limit);

    /// What one room found.
    ///
    /// @param more there are more than the total, which was only counted so far
    /// @param allHref the list with the same words, null if there is none
    record Found(String title, long total, boolean more, List<Hit> hits, @Nullable String allHref) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /// One record.
    ///
    /// @param language of the label, for screen readers
    record Hit(String label, @Nullable String language, String href, @Nullable String detail) {}
}
