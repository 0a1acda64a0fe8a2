package org.kakehashi.strategy;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.TaskSource;
import org.springframework.stereotype.Component;

/// Measures and milestones that wait for who owns them.
@Component
class PlanTasks implements TaskSource {
    private final Plans plans;
    private final Access access;

    PlanTasks(Plans plans, Access access) {
        this.plans = plans;
        this.access = access;
    }

    @Override
    public List<Task> tasks() {
        UUID me = CurrentUser.get().id();
        List<Task> mine = new ArrayList<>();
        if (me == null || !access.may(Plans.READ)) {
            return mine;
        }
        for (Plan plan : plans.list()) {
            for (Plan.Action action : plan.actions()) {
                for (PlanStep step : action.steps()) {
                    if (me.equals(step.owner()) && step.doneOn() == null) {
                        mine.add(
                                new Task(
                                        t("strategy.step.task"),
                                        action.code() + " " + t(step.title()),
                                        "/strategy/actions/"
                                                + action.code()
                                                + "/steps/"
                                                + step.id(),
                                        null,
                                        step.due()));
                    }
                }
            }
        }
        return mine;
    }
}
