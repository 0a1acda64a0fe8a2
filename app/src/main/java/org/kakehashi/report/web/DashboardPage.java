package org.kakehashi.report.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.report.Dashboard;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;

/// A dashboard as it is looked at.
///
/// @param parts what it can be narrowed to; empty where it cannot
/// @param narrowed what it is narrowed to, in words
public record DashboardPage(
        Dashboard dashboard,
        LocalDate day,
        String dayText,
        LocalDate today,
        Query query,
        List<Tab> days,
        List<Choice> parts,
        @Nullable String narrowed,
        List<EntryView> entries,
        boolean mayChange,
        boolean mayCompose) {
    public String path() {
        return "/dashboards/" + dashboard.id();
    }

    public Query file(String format) {
        return query.at(path() + "/file").with("format", format);
    }

    public Query presentation() {
        return query.at(path() + "/presentation");
    }
}
