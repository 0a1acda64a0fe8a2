package org.kakehashi.strategy.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.TargetPath;

/// The plan with the indicators of each action and their figures.
public record PlanPage(
        DayChoice choice,
        List<Plan> plans,
        Map<String, List<Indicator>> serving,
        Map<String, Figure> figures,
        Map<String, TargetPath.Status> statuses) {
    public TargetPath.@Nullable Status status(Indicator indicator) {
        return statuses.get(indicator.code());
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
    public long withFigures(Plan plan) {
        return plan.actions().stream().filter(action -> !measured(action).isEmpty()).count();
    }
}
