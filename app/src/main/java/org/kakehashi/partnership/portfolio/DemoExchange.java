package org.kakehashi.partnership.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Condition;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.kernel.FiscalYear;
import org.springframework.stereotype.Component;

/// Invented exchange under some agreements of the demonstration: even and uneven, growing and
/// shrinking, with a few numbers nobody knows.
@Component
class DemoExchange implements DemoData {
    private static final int AGREEMENTS = 40;
    private static final int YEARS = 6;

    private final Activities activities;
    private final Users users;
    private final Clock clock;

    DemoExchange(Activities activities, Users users, Clock clock) {
        this.activities = activities;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 42;
    }

    @Override
    public void fill() {
        if (activities.contributed()) {
            return; // a room that knows every stay has its own demonstration
        }
        User user = users.findByLogin("office").orElseThrow();
        new CurrentUser(user.id(), user.login(), user.name(), user.grants())
                .run(() -> activities.recordAll(all()));
    }

    private List<Activity> all() {
        int last = FiscalYear.of(LocalDate.now(clock)).year();
        List<UUID> agreements =
                activities.lines().stream()
                        .map(Activities.Line::agreement)
                        .sorted()
                        .limit(AGREEMENTS)
                        .toList();
        List<Activity> all = new ArrayList<>();
        for (int i = 0; i < agreements.size(); i++) {
            for (int back = 0; back < YEARS; back++) {
                int base = 1 + i % 7 + (i % 3 == 0 ? YEARS - back : i % 3 == 1 ? back : 3);
                boolean missing = i % 11 == 5 && back == 1;
                all.add(sum(agreements.get(i), Condition.Direction.INBOUND, last - back, base));
                all.add(
                        sum(
                                agreements.get(i),
                                Condition.Direction.OUTBOUND,
                                last - back,
                                missing ? null : i % 4 == 0 ? base / 3 : base));
            }
        }
        return all;
    }

    private static Activity sum(
            UUID agreement,
            Condition.Direction direction,
            int year,
            @org.jspecify.annotations.Nullable Integer number) {
        return new Activity(
                null,
                agreement,
                Activity.Kind.STUDENT,
                direction,
                year,
                Activity.Term.YEAR,
                Condition.Period.SEMESTER,
                number,
                null,
                null);
    }
}
