package org.kakehashi.partnership;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import org.kakehashi.review.TaskSource;
import org.springframework.stereotype.Component;

/// What follows from visits and waits for the person acting.
@Component
class VisitTasks implements TaskSource {
    private final Visits visits;

    VisitTasks(Visits visits) {
        this.visits = visits;
    }

    @Override
    public List<Task> tasks() {
        return visits.mine().stream()
                .map(one ->
                        new Task(
                                t("partnership.followUp"),
                                one.what(),
                                "/visits/" + one.visit(),
                                null,
                                one.dueOn()))
                .toList();
    }
}
