package org.kakehashi.strategy.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanEdition;

/// All plans.
public record PlansPage(List<Line> plans, boolean mayMake) {
    public PlansPage {
        plans = List.copyOf(plans);
    }

    /// @param unit in words; null for the university's own
    /// @param serves codes of the plans it serves
    public record Line(
            Plan plan, @Nullable String unit, @Nullable PlanEdition edition, List<String> serves) {}
}
