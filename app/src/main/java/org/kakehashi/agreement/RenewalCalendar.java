package org.kakehashi.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which deadlines an agreement or a memorandum has, and since when somebody must know. Pure: the
/// same term, steps and day give the same answer, however often and after however long a pause one
/// asks.
public final class RenewalCalendar {
    /// What the calendar looks at.
    ///
    /// @param starts first day of the term; null: unknown
    /// @param ends last day of the term; null: none or unknown
    /// @param automatic does it renew itself?
    /// @param open does it go on without an end, unless it is ended?
    /// @param over is it proposed or ended, so that nothing is left to decide?
    public record Course(
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            boolean automatic,
            boolean open,
            @Nullable Integer renewalYears,
            @Nullable Integer noticeMonths,
            boolean over) {

        public static Course of(Term term, @Nullable Ending ending, boolean proposed) {
            return new Course(
                    term.start().date(),
                    term.end().lastDay(),
                    term.renewal().mode() == Term.RenewalMode.AUTOMATIC,
                    term.kind() == Term.Kind.ENDLESS || term.kind() == Term.Kind.UNTIL_REPLACED,
                    term.renewal().years(),
                    term.renewal().noticeMonths(),
                    proposed || ending != null);
        }
    }

    /// That a deadline is so near that people must be told.
    ///
    /// @param months the step that is reached; [#PASSED] if the day itself is over
    public record Due(Deadline deadline, int months) {
        public boolean passed() {
            return months == PASSED;
        }
    }

    public static final int PASSED = -1;

    /// Used where no steps are configured for a kind of deadline, so that nothing can be switched
    /// off by mistake.
    private static final int LATEST = 1;

    /// Days after which nobody is told any more that something has passed; lists show it still.
    public static final int LONG_AGO = 92;

    /// How far ahead a self-renewing agreement is looked at.
    private static final int AHEAD_MONTHS = 24;

    private final Map<Deadline.Kind, List<Integer>> steps;

    /// @param steps months before a deadline at which people are told, by kind
    public RenewalCalendar(Map<Deadline.Kind, List<Integer>> steps) {
        this.steps = Map.copyOf(steps);
    }

    /// The deadlines of the period that runs on that day and of the next ones in sight.
    public static List<Deadline> deadlines(Course course, LocalDate today) {
        List<Deadline> found = new ArrayList<>();
        if (course.over() || course.open() && !course.automatic()) {
            return found;
        }
        for (LocalDate end : periodEnds(course, today)) {
            Integer notice = course.noticeMonths();
            if (notice != null && notice > 0) {
                found.add(new Deadline(Deadline.Kind.NOTICE, end.minusMonths(notice), end));
            }
            found.add(
                    new Deadline(
                            course.automatic() ? Deadline.Kind.AUTOMATIC : Deadline.Kind.END,
                            end,
                            end));
        }
        return found;
    }

    /// Last days of periods: the end of the term, and for what renews itself the ends that follow.
    private static List<LocalDate> periodEnds(Course course, LocalDate today) {
        LocalDate first = course.ends();
        Integer years = course.renewalYears();
        if (first == null && course.automatic() && course.starts() != null && years != null) {
            first = course.starts().plusYears(years).minusDays(1);
        }
        if (first == null) {
            return List.of();
        }
        if (!course.automatic()) {
            return List.of(first);
        }
        if (years == null) {
            return first.isBefore(today) ? List.of() : List.of(first);
        }
        int notice = course.noticeMonths() == null ? 0 : course.noticeMonths();
        LocalDate horizon = today.plusMonths(AHEAD_MONTHS + (long) notice);
        List<LocalDate> ends = new ArrayList<>();
        for (int times = 0; ; times++) {
            LocalDate end = first.plusYears((long) years * times);
            if (end.isAfter(horizon) && !ends.isEmpty()) {
                return ends;
            }
            if (!end.isBefore(today)) {
                ends.add(end);
            }
            if (end.isAfter(horizon)) {
                return ends;
            }
        }
    }

    /// The step that a deadline has reached on that day, if any. After a pause it is the latest
    /// one: people are told once, not once for every step slept through.
    public Optional<Due> due(Deadline deadline, LocalDate today) {
        if (deadline.on().isBefore(today)) {
            return deadline.kind() == Deadline.Kind.END
                            && !deadline.on().plusDays(LONG_AGO).isBefore(today)
                    ? Optional.of(new Due(deadline, PASSED))
                    : Optional.empty();
        }
        List<Integer> all = steps.getOrDefault(deadline.kind(), List.of());
        return (all.isEmpty() ? List.of(LATEST) : all)
                .stream()
                        .filter(months -> !deadline.on().minusMonths(months).isAfter(today))
                        .min(Integer::compare)
                        .map(months -> new Due(deadline, months));
    }

    /// Everything that is due on that day.
    public List<Due> due(Course course, LocalDate today) {
        return deadlines(course, today).stream()
                .map(one -> due(one, today))
                .flatMap(Optional::stream)
                .toList();
    }
}
