package org.kakehashi.strategy.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanEdition;
import org.kakehashi.strategy.TargetPath;
import org.kakehashi.ui.view.Tab;

/// The plan with the indicators of each action and their figures.
public record PlanPage(
        DayChoice choice,
        Plan plan,
        @Nullable PlanEdition edition,
        List<Tab> plans,
        boolean mayChange,
        Map<String, List<Indicator>> serving,
        Map<String, Figure> figures,
        Map<String, TargetPath.Status> statuses) {
    public TargetPath.@Nullable Status status(Indicator indicator) {
        return statuses.get(indicator.code());
    }

    /// Actions of which nothing says what they are to change: no indicator or step of an outcome.
    public long weak() {
        return plan.actions().stream()
                .filter(action -> action.endedOn() == null)
                .filter(action ->
                        serving.getOrDefault(action.code(), List.of()).stream()
                                        .noneMatch(one -> aims(one.level()))
                                && action.steps().stream().noneMatch(one -> aims(one.level())))
                .count();
    }

    private static boolean aims(String level) {
        return level.equals("outcome") || level.equals("impact");
    }

    public List<Indicator> measured(Plan.Action action) {
        return serving.getOrDefault(action.code(), List.of()).stream()
                .filter(one -> figures.containsKey(one.code()))
                .toList();
    }

    public List<Indicator> waiting(Plan.Action action) {
        return serving.getOrDefault(action.code(), List.of()).stream()
                .filter(one -> !figures.containsKey(one.code()))
                .toList();
    }

    public Figure figure(Indicator indicator) {
        return Objects.requireNonNull(figures.get(indicator.code()));
    }

    public @Nullable String value(Indicator indicator) {
        return FigureText.number(indicator, figure(indicator).value());
    }

    /// How many actions have at least one figure.
    public long withFigures() {
        return plan.actions().stream().filter(action -> !measured(action).isEmpty()).count();
    }
}
