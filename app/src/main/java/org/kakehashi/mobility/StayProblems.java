package org.kakehashi.mobility;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;

/// What cannot be: problems by the field they belong to, as message keys.
public final class StayProblems {
    private static final int LONGEST_YEARS = 12;
    private static final int FAR_YEARS = 6;
    private static final int FIRST_YEAR = 1950;

    private StayProblems() {}

    public static Map<String, String> of(Stay.Content content, LocalDate today) {
        Map<String, String> problems = new LinkedHashMap<>();
        period(content.planned(), "planned", problems);
        period(content.actual(), "actual", problems);
        LocalDate starts = content.starts();
        LocalDate ends = content.ends();
        if (starts != null && ends != null && ends.isBefore(starts)) {
            problems.putIfAbsent("actualUntil", "mobility.problem.endBeforeStart");
        }
        if (starts != null && ends != null && ends.isAfter(starts.plusYears(LONGEST_YEARS))) {
            problems.putIfAbsent("plannedUntil", "mobility.problem.tooLong");
        }
        if (starts != null
                && (starts.getYear() < FIRST_YEAR || starts.isAfter(today.plusYears(FAR_YEARS)))) {
            problems.putIfAbsent("plannedFrom", "mobility.problem.farAway");
        }
        happened(content, today, problems);
        String country = content.place().country();
        if (country != null && !known(country)) {
            problems.put("country", "mobility.problem.country");
        }
        if (content.direction() == Stay.Direction.OUTBOUND && "JP".equals(country)) {
            problems.put("country", "mobility.problem.notAbroad");
        }
        return problems;
    }

    /// What has happened cannot lie ahead.
    private static void happened(
            Stay.Content content, LocalDate today, Map<String, String> problems) {
        LocalDate began = content.actual().from().date();
        LocalDate ended = content.actual().until().date();
        if (began != null && began.isAfter(today)) {
            problems.putIfAbsent("actualFrom", "mobility.problem.actualAhead");
        }
        if (ended != null && ended.isAfter(today)) {
            problems.putIfAbsent("actualUntil", "mobility.problem.actualAhead");
        }
        LocalDate starts = content.starts();
        boolean over =
                content.status() == Stay.Status.COMPLETED
                        || content.status() == Stay.Status.RETURNED_EARLY;
        if (over && starts != null && starts.isAfter(today)) {
            problems.putIfAbsent("status", "mobility.problem.notYetOver");
        }
    }

    private static void period(Stay.Period period, String name, Map<String, String> problems) {
        DateText from = period.from();
        LocalDate last = period.until().lastDay();
        LocalDate first = from.date();
        if (first != null && last != null && last.isBefore(first)) {
            problems.put(name + "Until", "mobility.problem.endBeforeStart");
        }
        if (!from.isKnown() && !from.written().isEmpty()) {
            problems.put(name + "From", "mobility.problem.date");
        }
        if (!period.until().isKnown() && !period.until().written().isEmpty()) {
            problems.put(name + "Until", "mobility.problem.date");
        }
    }

    private static boolean known(String code) {
        return Country.all(Locale.ENGLISH).stream().anyMatch(one -> one.code().equals(code));
    }
}
