package org.kakehashi.intake.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.ListTarget;
import org.kakehashi.intake.Review;
import org.kakehashi.intake.RowView;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Tab;

/// What the page shows.
///
/// @param missing filled instead of rows where the state is `missing`
public record ReviewPage(
        Import one,
        String state,
        List<Tab> tabs,
        Map<String, Integer> counts,
        List<RowView> rows,
        Map<UUID, ListTarget.Subject> subjects,
        List<Review.Gone> missing,
        boolean closes,
        Pager pager,
        boolean mayChange) {
    public int count(String name) {
        return counts.getOrDefault(name, 0);
    }
}
