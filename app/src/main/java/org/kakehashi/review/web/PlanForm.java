package org.kakehashi.review.web;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Meeting;
import org.kakehashi.review.Meetings;

/// When and where a meeting is held, as typed.
public record PlanForm(
        @Nullable String on,
        @Nullable String starts,
        @Nullable String ends,
        @Nullable String placeJa,
        @Nullable String placeEn,
        @Nullable String online) {
    static final PlanForm EMPTY = new PlanForm(null, null, null, null, null, null);

    static PlanForm of(Meeting meeting) {
        return new PlanForm(
                meeting.heldOn().toString(),
                meeting.starts() == null ? null : meeting.starts().toString(),
                meeting.ends() == null ? null : meeting.ends().toString(),
                meeting.place().ja(),
                meeting.place().en(),
                meeting.online());
    }

    /// @throws java.time.format.DateTimeParseException where a date or time cannot be read
    Meetings.Plan plan() {
        if (on == null || on.isBlank()) {
            throw KakehashiException.invalid("review.day.form", java.util.Map.of());
        }
        return new Meetings.Plan(
                LocalDate.parse(on.strip()),
                time(starts),
                time(ends),
                new Bilingual(placeJa, placeEn),
                online == null || online.isBlank() ? null : online.strip());
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalTime.parse(text.strip());
    }
}
