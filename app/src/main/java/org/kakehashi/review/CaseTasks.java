package org.kakehashi.review;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.internal.CaseLists;
import org.kakehashi.review.internal.OpenStep;
import org.springframework.stereotype.Component;

/// Steps that wait for the person acting, and their cases that were returned.
@Component
class CaseTasks implements TaskSource {
    private record Seat(UUID body, Set<UUID> units, boolean inPerson) {}

    private final CaseLists lists;
    private final Bodies bodies;
    private final Access access;

    CaseTasks(CaseLists lists, Bodies bodies, Access access) {
        this.lists = lists;
        this.bodies = bodies;
        this.access = access;
    }

    @Override
    public List<Task> tasks() {
        UUID me = CurrentUser.get().id();
        if (me == null) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        lists.returnedTo(me).forEach(one -> tasks.add(task(one, "review.task.returned")));
        if (access.may("review.act")) {
            Map<Seat, Boolean> mine = new HashMap<>();
            for (OpenStep open : lists.openSteps()) {
                UUID body = open.body();
                if (body != null
                        && mine.computeIfAbsent(
                                new Seat(body, open.units(), open.inPerson()),
                                seat -> sits(me, seat))) {
                    tasks.add(task(open, "review.task.step"));
                }
            }
        }
        return tasks;
    }

    private boolean sits(UUID me, Seat seat) {
        return bodies.actors(bodies.get(seat.body()), seat.units()).stream()
                .anyMatch(actor ->
                        actor.user().equals(me) && (!seat.inPerson() || actor.insteadOf() == null));
    }

    private static Task task(OpenStep open, String key) {
        return new Task(
                t(key, "step", t(open.step())),
                t(open.title()),
                "/reviews/" + open.caseId(),
                open.since(),
                open.dueOn());
    }
}
