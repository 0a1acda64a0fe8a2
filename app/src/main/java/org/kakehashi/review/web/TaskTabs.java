package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import org.kakehashi.ui.view.Tab;

/// The tabs of one's own pages.
final class TaskTabs {
    private TaskTabs() {}

    static List<Tab> at(String here) {
        return List.of(
                tab("review.tasks", "/tasks", here),
                tab("review.notices", "/tasks/notices", here),
                tab("review.deputies", "/tasks/deputies", here),
                tab("review.calendars", "/tasks/calendars", here),
                tab("review.settings", "/tasks/settings", here));
    }

    private static Tab tab(String key, String href, String here) {
        return new Tab(t(key), href, href.equals(here));
    }
}
