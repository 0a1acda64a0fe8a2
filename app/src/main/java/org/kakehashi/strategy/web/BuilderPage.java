package org.kakehashi.strategy.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The page on which an indicator is made or defined anew.
///
/// @param indicator null for a new one
public record BuilderPage(
        @Nullable Indicator indicator,
        BuilderForm form,
        List<Choice> units,
        List<Choice> measures,
        List<Choice> dimensions,
        List<Plan.Action> actions,
        Map<String, String> problems,
        List<Problem> formulaProblems,
        List<Preview> preview,
        List<Values> values) {
    /// The value of a year, as it would be.
    public record Preview(String when, @Nullable String value, String missing) {}

    /// The codes of a dimension, with what they are called and how many records have them.
    public record Values(String heading, String dimension, List<Value> all) {}

    public record Value(String code, String name, long records) {}

    public String action() {
        return indicator == null
                ? "/strategy/indicators/new"
                : "/strategy/indicators/" + indicator.code() + "/definition";
    }

    public boolean chosen(String actionCode) {
        List<String> all = form.actions();
        return all != null && all.contains(actionCode);
    }
}
