package org.kakehashi.review;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import org.springframework.stereotype.Component;

/// Corrective actions of the person acting.
@Component
class ActionTasks implements TaskSource {
    private final Meetings meetings;

    ActionTasks(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public List<Task> tasks() {
        return meetings.myActions().stream()
                .map(action ->
                        new Task(
                                t("review.task.action", "number", action.number()),
                                t(action.title()),
                                "/tasks/actions/" + action.id(),
                                null,
                                action.dueOn()))
                .toList();
    }
}
