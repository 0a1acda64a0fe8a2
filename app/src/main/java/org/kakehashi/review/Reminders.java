package org.kakehashi.review;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.kakehashi.kernel.Recurring;
import org.kakehashi.review.internal.CaseLists;
import org.kakehashi.review.internal.CaseStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds before a time limit and escalates after it. It looks at what is so now and keeps nothing
/// between runs: after a crash or a long stop the next run says what is due, once.
@Component
class Reminders implements Recurring {
    private final CaseLists lists;
    private final CaseStore store;
    private final Announcements announcements;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            CaseLists lists,
            CaseStore store,
            Announcements announcements,
            TransactionTemplate transaction,
            Clock clock) {
        this.lists = lists;
        this.store = store;
        this.announcements = announcements;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "review.reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        runAt(OffsetDateTime.now(clock));
    }

    void runAt(OffsetDateTime now) {
        for (UUID id : lists.withTimeLimit(now.toLocalDate())) {
            transaction.executeWithoutResult(status ->
                    store.findLocked(id).ifPresent(one -> announcements.remind(one, now)));
        }
    }
}
