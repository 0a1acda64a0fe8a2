package org.kakehashi.partnership.plan;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import org.kakehashi.review.TaskSource;
import org.springframework.stereotype.Component;

/// Goals of plans that the person acting owns.
@Component
class JointPlanTasks implements TaskSource {
    private final JointPlans plans;

    JointPlanTasks(JointPlans plans) {
        this.plans = plans;
    }

    @Override
    public List<Task> tasks() {
        return plans.mine().stream()
                .map(one ->
                        new Task(
                                t("partnership.joint.goal"),
                                t(one.goal().name()),
                                "/strategic-partners/" + one.candidacy() + "/plan",
                                null,
                                one.goal().due()))
                .toList();
    }
}
