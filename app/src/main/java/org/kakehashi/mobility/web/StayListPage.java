package org.kakehashi.mobility.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.mobility.StayLine;
import org.kakehashi.mobility.Views;
import org.kakehashi.ui.view.Chip;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.kakehashi.ui.view.TableHead;

/// The list of stays as it is shown.
///
/// @param more there are more than the pager counts
/// @param offered what the filters offer, by parameter
public record StayListPage(
        Query query,
        TableHead head,
        Pager pager,
        boolean more,
        List<StayLine> lines,
        List<Tab> tabs,
        List<Chip> chips,
        Map<String, List<Choice>> offered,
        List<Views.View> views,
        Map<UUID, String> units,
        boolean mayCreate,
        boolean crisis) {
    public boolean shows(String column) {
        return head.shows(column);
    }

    public List<Choice> choices(String name) {
        return offered.getOrDefault(name, List.of());
    }

    public String savedQuery() {
        String href = query.without(TableHead.PAGE).href();
        int mark = href.indexOf('?');
        return mark < 0 ? "" : href.substring(mark + 1);
    }
}
