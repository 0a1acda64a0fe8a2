package org.kakehashi.assessment;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.review.TaskSource;
import org.kakehashi.strategy.Plans;
import org.springframework.stereotype.Component;

/// Forms to write and corrective actions to carry out.
@Component
class AssessmentTasks implements TaskSource {
    private final Assessments assessments;
    private final Promises promises;
    private final Plans plans;

    AssessmentTasks(Assessments assessments, Promises promises, Plans plans) {
        this.assessments = assessments;
        this.promises = promises;
        this.plans = plans;
    }

    @Override
    public List<Task> tasks() {
        List<Task> mine = new ArrayList<>();
        assessments
                .mine()
                .forEach((one, cycle) ->
                        mine.add(
                                new Task(
                                        t("assessment.task"),
                                        one.action() + " " + t(plans.action(one.action()).title()),
                                        "/assessments/" + one.id(),
                                        null,
                                        cycle.dueOn())));
        promises.mine()
                .forEach(one ->
                        mine.add(
                                new Task(
                                        t("assessment.promise"),
                                        one.action() + " " + t(one.title()),
                                        "/assessments/promises/" + one.id(),
                                        null,
                                        one.dueOn())));
        return mine;
    }
}
