package org.kakehashi.strategy.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanEdition;
import org.kakehashi.ui.view.Typed;

/// Where a planner changes a plan.
///
/// @param owners who is responsible, by action
/// @param wrong rows of a file that could not be taken
/// @param done how many rows of a file were taken; null where none came
public record PlanEditPage(
        Plan plan,
        Map<String, String> owners,
        List<PlanEdition> editions,
        Typed adoption,
        List<PlanSheetReader.Wrong> wrong,
        @Nullable Integer done) {
    public PlanEditPage {
        editions = List.copyOf(editions);
        wrong = List.copyOf(wrong);
    }
}
