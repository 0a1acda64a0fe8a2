package org.kakehashi.agreement;

import static org.kakehashi.ui.Text.t;

import java.time.ZoneOffset;
import java.util.List;
import org.kakehashi.agreement.internal.RenewalStore.Waiting;
import org.kakehashi.review.TaskSource;
import org.springframework.stereotype.Component;

/// Decisions on renewal that wait for the person acting; many of them as one task with their
/// number.
@Component
class RenewalTasks implements TaskSource {
    private static final int SINGLY = 10;

    private final Renewals renewals;

    RenewalTasks(Renewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public List<Task> tasks() {
        List<Waiting> waiting = renewals.waiting(SINGLY);
        if (!waiting.isEmpty() && waiting.getFirst().all() > SINGLY) {
            Waiting first = waiting.getFirst();
            return List.of(
                    new Task(
                            t("agreement.renewal.task"),
                            t("agreement.renewal.many", "n", first.all()),
                            "/agreements/renewals",
                            null,
                            first.due()));
        }
        return waiting.stream()
                .map(one ->
                        new Task(
                                t("agreement.renewal.task"),
                                one.number() + " " + t(one.partner()),
                                "/agreements/" + one.agreement() + "/renewal",
                                one.since().atStartOfDay().atOffset(ZoneOffset.UTC),
                                one.due()))
                .toList();
    }
}
