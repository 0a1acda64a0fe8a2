package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.Notices;
import org.kakehashi.review.TaskSource.Task;
import org.kakehashi.review.Tasks;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.HomeCard;
import org.kakehashi.ui.view.Tone;
import org.springframework.stereotype.Component;

/// What the person must do, on the landing page.
@Component
class TaskCard implements HomeCard {
    private static final int MOST = 5;

    private final Tasks tasks;
    private final Notices notices;
    private final Clock clock;

    TaskCard(Tasks tasks, Notices notices, Clock clock) {
        this.tasks = tasks;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Card> card(CurrentUser user) {
        if (!user.signedIn()) {
            return Optional.empty();
        }
        List<Task> mine = tasks.mine();
        int unread = notices.unread();
        return Optional.of(
                new Card(
                        "tasks",
                        t("review.tasks"),
                        unread == 0 ? null : t("review.notices.unread", "n", unread),
                        List.of(),
                        mine.stream().limit(MOST).map(this::entry).toList(),
                        t("review.tasks.none"),
                        List.of(
                                new Link(t("review.tasks.all", "n", mine.size()), "/tasks"),
                                new Link(t("review.notices"), "/tasks/notices"))));
    }

    private Entry entry(Task task) {
        LocalDate due = task.dueOn();
        boolean late = due != null && due.isBefore(LocalDate.now(clock));
        return new Entry(
                task.about(),
                task.href(),
                task.what(),
                due == null ? null : late ? Tone.BAD : Tone.INFO,
                due == null
                        ? null
                        : late ? t("review.late") : t("review.due.by", "day", Dates.day(due)));
    }
}
