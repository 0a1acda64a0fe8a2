package org.kakehashi.strategy.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be frozen, as typed.
///
/// @param code empty for every indicator that has a value
public record FreezeForm(@Nullable String code, @Nullable String day, @Nullable String reason) {
    @Nullable LocalDate date() {
        try {
            return day == null || day.isBlank() ? null : LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    Map<String, String> problems(LocalDate today) {
        Map<String, String> found = new LinkedHashMap<>();
        LocalDate date = date();
        if (date == null || date.isAfter(today) || date.getYear() < 1950) {
            found.put("day", "strategy.freeze.problem.day");
        }
        if (reason == null || reason.isBlank()) {
            found.put("reason", "strategy.freeze.problem.reason");
        }
        return found;
    }
}
