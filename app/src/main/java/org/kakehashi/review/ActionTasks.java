package org.kakehashi.review;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import org.springframework.stereotype.Component;

/// Corrective actions of the person acting.
@Component
class ActionTasks implements TaskSource {
    private final CorrectiveActions actions;

    ActionTasks(CorrectiveActions actions) {
        this.actions = actions;
    }

    @Override
    public List<Task> tasks() {
        return actions.mine().stream()
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
