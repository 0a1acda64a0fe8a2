package org.kakehashi.bench.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.kakehashi.agreement.Deadline;
import org.kakehashi.agreement.RenewalCalendar;
import org.kakehashi.agreement.RenewalCalendar.Course;

/// Ten years of many agreements under the calendar the watch uses, with a clock that runs on by up
/// to three weeks at a time: how many deadlines came, and how many of them nobody was told of in
/// time.
final class TenYears {
    /// @param deadlines that came
    /// @param unnoticed of them
    record Outcome(int deadlines, int unnoticed) {
        Outcome plus(Outcome other) {
            return new Outcome(deadlines + other.deadlines, unnoticed + other.unnoticed);
        }
    }

    private static final LocalDate START = LocalDate.of(2026, 4, 1);
    private static final int LONGEST_NAP = 21;

    private TenYears() {}

    static Outcome run(int agreements, long seed) {
        Random random = new Random(seed);
        RenewalCalendar calendar =
                new RenewalCalendar(
                        Map.of(
                                Deadline.Kind.END, List.of(12, 9, 6, 3),
                                Deadline.Kind.NOTICE, List.of(3, 1),
                                Deadline.Kind.AUTOMATIC, List.of(6, 3)));
        List<LocalDate> days = days(random);
        List<Course> courses =
                IntStream.range(0, agreements).mapToObj(any -> course(random)).toList();
        return courses.parallelStream()
                .map(one -> live(one, calendar, days))
                .reduce(new Outcome(0, 0), Outcome::plus);
    }

    /// The ten years of one agreement.
    private static Outcome live(Course course, RenewalCalendar calendar, List<LocalDate> days) {
        int deadlines = 0;
        int unnoticed = 0;
        Map<Deadline, LocalDate> told = new HashMap<>();
        LocalDate before = START;
        List<Deadline> known = RenewalCalendar.deadlines(course, START);
        for (LocalDate today : days) {
            for (Deadline one : known) {
                if (!one.on().isBefore(before) && one.on().isBefore(today)) {
                    deadlines++;
                    LocalDate on = told.get(one);
                    unnoticed += on == null || on.isAfter(one.on()) ? 1 : 0;
                }
            }
            known = RenewalCalendar.deadlines(course, today);
            for (Deadline one : known) {
                if (!told.containsKey(one) && calendar.due(one, today).isPresent()) {
                    told.put(one, today);
                }
            }
            before = today;
        }
        return new Outcome(deadlines, unnoticed);
    }

    private static List<LocalDate> days(Random random) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = START;
                day.isBefore(START.plusYears(10));
                day = day.plusDays(1L + random.nextInt(LONGEST_NAP))) {
            days.add(day);
        }
        return days;
    }

    /// Its first deadline lies after the first nap: what is over before anybody looks cannot be
    /// told.
    private static Course course(Random random) {
        Integer notice = random.nextBoolean() ? null : random.nextInt(13);
        boolean automatic = random.nextInt(10) < 4;
        LocalDate end = START.plusMonths(14).plusDays(random.nextInt(3650));
        return new Course(
                end.minusYears(5),
                automatic && random.nextInt(5) == 0 ? null : end,
                automatic,
                random.nextInt(10) == 0,
                random.nextInt(4) == 0 ? null : 1 + random.nextInt(5),
                notice,
                false);
    }
}
