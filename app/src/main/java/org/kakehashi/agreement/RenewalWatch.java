package org.kakehashi.agreement;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.internal.RenewalStore;
import org.kakehashi.agreement.internal.RenewalStore.Person;
import org.kakehashi.agreement.internal.RenewalStore.Running;
import org.kakehashi.agreement.internal.RenewalStore.Step;
import org.kakehashi.agreement.internal.RenewalStore.Told;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Recurring;
import org.kakehashi.review.Notice;
import org.kakehashi.review.Notices;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Watches the deadlines of all agreements and memoranda and tells people. It looks at what is so
/// now and at what was told before: after a long stop the next run tells what is due, once.
@Component
class RenewalWatch implements Recurring {
    /// Above this many at once a person gets one notice with their number.
    private static final int SINGLY = 10;

    private final RenewalStore store;
    private final Notices notices;
    private final Units units;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RenewalWatch(
            RenewalStore store,
            Notices notices,
            Units units,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.units = units;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "agreement.renewals";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        runAt(OffsetDateTime.now(clock));
    }

    /// Tells what has become due by then and answers how many steps that were.
    int runAt(OffsetDateTime now) {
        Integer told = transaction.execute(status -> tell(now));
        return told == null ? 0 : told;
    }

    private int tell(OffsetDateTime now) {
        LocalDate today = now.toLocalDate();
        Map<Deadline.Kind, List<Integer>> steps = store.steps();
        RenewalCalendar calendar = new RenewalCalendar(steps);
        int longest =
                steps.values().stream()
                        .flatMap(Collection::stream)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(1);
        LocalDate since = today.minusDays(RenewalCalendar.LONG_AGO);
        Set<Step> known = store.told(since);
        Set<List<Object>> decided =
                store.since(since).stream()
                        .filter(Renewal::decided)
                        .map(one -> key(one.agreement(), one.annex(), one.periodEnd()))
                        .collect(Collectors.toCollection(HashSet::new));
        List<Fresh> fresh = new ArrayList<>();
        for (Running one : store.running(DSL.trueCondition(), since, today, longest)) {
            for (RenewalCalendar.Due due : calendar.due(one.course(), today)) {
                Step step = new Step(one.agreement(), one.annex(), due.deadline(), due.months());
                boolean open =
                        !decided.contains(
                                key(one.agreement(), one.annex(), due.deadline().periodEnd()));
                if (open && !known.contains(step)) {
                    fresh.add(new Fresh(one, step));
                }
            }
        }
        if (!fresh.isEmpty()) {
            tell(fresh, now);
        }
        return fresh.size();
    }

    private record Fresh(Running about, Step step) {}

    private void tell(List<Fresh> fresh, OffsetDateTime now) {
        List<Person> people = store.people(now.toLocalDate());
        int[] counts = new int[fresh.size()];
        List<Notice> all = new ArrayList<>();
        for (Person person : people) {
            Set<UUID> reach = new HashSet<>();
            person.units().forEach(unit -> reach.addAll(units.withDescendants(unit)));
            List<Fresh> theirs = new ArrayList<>();
            for (int i = 0; i < fresh.size(); i++) {
                if (person.everything()
                        || fresh.get(i).about().units().stream().anyMatch(reach::contains)) {
                    theirs.add(fresh.get(i));
                    counts[i]++;
                }
            }
            if (theirs.size() > SINGLY) {
                all.add(digest(person.user(), theirs, now));
            } else {
                theirs.forEach(one -> all.add(notice(person.user(), one, now)));
            }
        }
        notices.tell(all);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            told.add(new Told(fresh.get(i).step(), now.toLocalDate(), counts[i]));
        }
        store.tell(told);
    }

    private static Notice notice(UUID user, Fresh one, OffsetDateTime now) {
        Step step = one.step();
        boolean passed = step.months() == RenewalCalendar.PASSED;
        return new Notice(
                user,
                "renewal:%s:%s:%s:%s:%d"
                        .formatted(
                                step.agreement(),
                                step.annex(),
                                step.deadline().kind().code(),
                                step.deadline().on(),
                                step.months()),
                passed ? Notice.Kind.OVERDUE : Notice.Kind.REMINDER,
                one.about().partner(),
                words("agreement.renewal.step." + step.deadline().kind().code(), Map.of()),
                one.about().number(),
                step.deadline().on(),
                "/agreements/" + step.agreement() + "/renewal",
                now,
                false);
    }

    private static Notice digest(UUID user, List<Fresh> all, OffsetDateTime now) {
        LocalDate first =
                all.stream()
                        .map(one -> one.step().deadline().on())
                        .min(LocalDate::compareTo)
                        .orElseThrow();
        return new Notice(
                user,
                "renewals:" + now.toLocalDate() + ":" + all.size(),
                Notice.Kind.REMINDER,
                words("agreement.renewal.many", Map.of("n", all.size())),
                words("agreement.renewal.step.many", Map.of()),
                "",
                first,
                "/agreements/renewals",
                now,
                false);
    }

    private static Bilingual words(String key, Map<String, Object> arguments) {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key, arguments),
                Messages.text(Locale.ENGLISH, key, arguments));
    }

    private static List<Object> key(
            UUID agreement, @org.jspecify.annotations.Nullable UUID annex, LocalDate end) {
        return List.of(agreement, annex == null ? "" : annex, end);
    }
}
