package org.kakehashi.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// What a person is told, once.
///
/// @param key what it is about; for one person it exists once only
/// @param title of the case, or of what else it is about
/// @param day the day it speaks of: a time limit, a meeting
public record Notice(
        UUID user,
        String key,
        Kind kind,
        Bilingual title,
        Bilingual step,
        String number,
        @Nullable LocalDate day,
        String href,
        OffsetDateTime at,
        boolean read) {

    public enum Kind implements Coded {
        /// a step waits for you
        WAITS,
        /// you are informed
        INFORMED,
        /// your case was returned
        RETURNED,
        APPROVED,
        REJECTED,
        /// what waited for you was withdrawn
        WITHDRAWN,
        /// the time limit comes near
        REMINDER,
        /// the time limit has passed
        OVERDUE,
        /// a meeting was called
        MEETING,
        /// it is held at another time or place
        MEETING_MOVED,
        MEETING_CANCELLED,
        /// a corrective action is yours
        ACTION
    }
}
