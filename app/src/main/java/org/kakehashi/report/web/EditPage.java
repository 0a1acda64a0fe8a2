package org.kakehashi.report.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.report.Dashboard;
import org.kakehashi.ui.view.Choice;

/// A dashboard being composed: its own data, its figures, and the one to be added.
///
/// @param dashboard null while it is new
public record EditPage(
        @Nullable Dashboard dashboard,
        DashboardForm form,
        Map<String, String> problems,
        List<Row> rows,
        FigureForm figure,
        @Nullable String figureProblem,
        List<Choice> indicators,
        List<Choice> shown,
        List<Choice> dimensions,
        List<Choice> units,
        List<Choice> roles,
        boolean mayDelete) {
    /// A figure on it.
    public record Row(String id, String code, String name, String how, boolean wide) {}

    public String action() {
        return dashboard == null ? "/dashboards/new" : "/dashboards/" + dashboard.id() + "/edit";
    }
}
