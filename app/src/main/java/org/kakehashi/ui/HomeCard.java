package org.kakehashi.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.view.FigureTile;
import org.kakehashi.ui.view.Tone;

/// A card of the landing page, contributed by a room as a bean: what concerns this person today,
/// and the next step.
public interface HomeCard {
    /// Lower numbers stand first.
    int order();

    /// The card as this person may see it, in the reader's language; empty where it does not
    /// concern them.
    Optional<Card> card(CurrentUser user);

    /// @param id unique on the page, for links and tests
    /// @param nothing what to say when there is neither a figure nor an entry
    record Card(
            String id,
            String title,
            @Nullable String lead,
            List<FigureTile> figures,
            List<Entry> entries,
            @Nullable String nothing,
            List<Link> links) {
        public Card {
            figures = List.copyOf(figures);
            entries = List.copyOf(entries);
            links = List.copyOf(links);
        }

        public boolean empty() {
            return figures.isEmpty() && entries.isEmpty();
        }
    }

    /// One record that waits for somebody, with its state in a word.
    record Entry(
            String label,
            String href,
            @Nullable String detail,
            @Nullable Tone tone,
            @Nullable String state) {}

    /// Where to go on.
    record Link(String label, String href) {}
}
