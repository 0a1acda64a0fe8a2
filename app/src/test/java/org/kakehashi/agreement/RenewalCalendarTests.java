package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kakehashi.agreement.RenewalCalendar.Course;

class RenewalCalendarTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final RenewalCalendar USUAL =
            new RenewalCalendar(
                    Map.of(
                            Deadline.Kind.END, List.of(12, 9, 6, 3),
                            Deadline.Kind.NOTICE, List.of(3, 1),
                            Deadline.Kind.AUTOMATIC, List.of(6, 3)));

    @Test
    void stepsAreReachedOnTheirDayAndNotBefore() {
        Deadline end = new Deadline(Deadline.Kind.END, DAY, DAY);
        assertThat(USUAL.due(end, DAY.minusMonths(12).minusDays(1))).isEmpty();
        assertThat(months(end, DAY.minusMonths(12))).isEqualTo(12);
        assertThat(months(end, DAY.minusMonths(9).minusDays(1))).isEqualTo(12);
        assertThat(months(end, DAY.minusMonths(9))).isEqualTo(9);
        assertThat(months(end, DAY)).isEqualTo(3);
        assertThat(months(end, DAY.plusDays(1))).isEqualTo(RenewalCalendar.PASSED);
        assertThat(USUAL.due(end, DAY.plusYears(1))).isEmpty();
    }

    @Test
    void noticeIsGivenSoManyMonthsBeforeTheEnd() {
        Course course = new Course(null, DAY, false, false, null, 6, false);
        assertThat(RenewalCalendar.deadlines(course, DAY.minusYears(1)))
                .containsExactly(
                        new Deadline(Deadline.Kind.NOTICE, LocalDate.of(2026, 5, 21), DAY),
                        new Deadline(Deadline.Kind.END, DAY, DAY));
    }

    @Test
    void whatRenewsItselfHasADeadlineInEveryPeriod() {
        Course course = new Course(null, LocalDate.of(2015, 3, 31), true, false, 5, 6, false);
        assertThat(RenewalCalendar.deadlines(course, DAY))
                .extracting(Deadline::periodEnd)
                .contains(LocalDate.of(2030, 3, 31));
        Course fromStart = new Course(LocalDate.of(2020, 4, 1), null, true, false, 5, null, false);
        assertThat(RenewalCalendar.deadlines(fromStart, LocalDate.of(2024, 4, 1)))
                .extracting(Deadline::periodEnd)
                .contains(LocalDate.of(2025, 3, 31));
    }

    @Test
    void whatIsOverOrEndlessHasNone() {
        assertThat(RenewalCalendar.deadlines(new Course(null, DAY, false, false, 5, 6, true), DAY))
                .isEmpty();
        assertThat(
                        RenewalCalendar.deadlines(
                                new Course(null, null, false, true, null, 6, false), DAY))
                .isEmpty();
        assertThat(
                        RenewalCalendar.deadlines(
                                new Course(null, null, false, false, null, 6, false), DAY))
                .isEmpty();
    }

    private static int months(Deadline deadline, LocalDate day) {
        return USUAL.due(deadline, day).orElseThrow().months();
    }

    /// 30,000 agreements of every kind over ten years, with a watch that sleeps for up to three
    /// weeks at a time; people renew, end, or do nothing.
    @Test
    void noDeadlineOf30000AgreementsPassesUnnoticedInTenYears() {
        long seed = System.nanoTime();
        TenYears years = new TenYears(new Random(seed), 30_000);
        years.run();
        assertThat(years.unnoticed).as("seed %d", seed).isEmpty();
        assertThat(years.twice).as("seed %d", seed).isEmpty();
        assertThat(years.passed).as("deadlines that came, seed %d", seed).isGreaterThan(40_000);
    }

    private static final class TenYears {
        private final Random random;
        private final List<@Nullable Course> courses = new ArrayList<>();
        private final List<LocalDate> known = new ArrayList<>();
        private final List<Map<Deadline, LocalDate>> told = new ArrayList<>();
        private final List<Set<List<Object>>> steps = new ArrayList<>();
        private final List<String> unnoticed = new ArrayList<>();
        private final List<String> twice = new ArrayList<>();
        private int passed;

        TenYears(Random random, int count) {
            this.random = random;
            for (int i = 0; i < count; i++) {
                courses.add(course(DAY.minusYears(3).plusDays(random.nextInt(365 * 9))));
                known.add(DAY);
                told.add(new HashMap<>());
                steps.add(new HashSet<>());
            }
        }

        private Course course(LocalDate end) {
            int kind = random.nextInt(10);
            Integer years = random.nextInt(4) == 0 ? null : 1 + random.nextInt(5);
            Integer notice = random.nextBoolean() ? null : random.nextInt(13);
            boolean automatic = kind < 4;
            return new Course(
                    end.minusYears(5),
                    automatic && random.nextInt(5) == 0 ? null : end,
                    automatic,
                    kind == 9,
                    years,
                    notice,
                    random.nextInt(50) == 0);
        }

        void run() {
            LocalDate today = DAY;
            LocalDate before = DAY;
            while (today.isBefore(DAY.plusYears(10))) {
                for (int i = 0; i < courses.size(); i++) {
                    Course course = courses.get(i);
                    if (course != null) {
                        judge(i, course, before, today);
                        watch(i, course, today);
                        live(i, course, today);
                    }
                }
                before = today;
                today = today.plusDays(1 + random.nextInt(21));
            }
        }

        /// Deadlines that passed since the watch last looked must have been told before, unless the
        /// agreement became known too late.
        private void judge(int i, Course course, LocalDate before, LocalDate today) {
            for (Deadline one : RenewalCalendar.deadlines(course, before)) {
                boolean came = !one.on().isBefore(before) && one.on().isBefore(today);
                if (came && known.get(i).isBefore(before)) {
                    passed++;
                    LocalDate on = told.get(i).get(one);
                    if (on == null || on.isAfter(one.on())) {
                        unnoticed.add(i + " " + one + " at " + today + " " + course);
                    }
                }
            }
        }

        private void watch(int i, Course course, LocalDate today) {
            for (RenewalCalendar.Due due : USUAL.due(course, today)) {
                if (steps.get(i).add(List.of(due.deadline(), due.months()))
                        && told.get(i).putIfAbsent(due.deadline(), today) != null
                        && steps.get(i).stream()
                                        .filter(step -> step.getFirst().equals(due.deadline()))
                                        .map(step -> step.getLast())
                                        .distinct()
                                        .count()
                                > 5) {
                    twice.add(i + " " + due);
                }
            }
        }

        private void live(int i, Course course, LocalDate today) {
            int chance = random.nextInt(4000);
            LocalDate end = course.ends();
            if (chance == 0) {
                courses.set(i, null); // ended
            } else if (chance < 4 && end != null && !course.automatic()) {
                Course renewed =
                        new Course(
                                course.starts(),
                                end.plusYears(1 + random.nextInt(5)),
                                false,
                                course.open(),
                                course.renewalYears(),
                                course.noticeMonths(),
                                course.over());
                courses.set(i, renewed);
                known.set(i, today);
            }
        }
    }
}
