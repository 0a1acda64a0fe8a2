package org.kakehashi.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody must do, contributed by rooms as beans: the one inbox shows all of it.
public interface TaskSource {
    /// What waits for the person acting, in the reader's language.
    List<Task> tasks();

    /// @param what to do
    /// @param about the record it concerns
    /// @param since when it began to wait; null if nobody knows
    /// @param dueOn until when; null: no limit
    record Task(
            String what,
            String about,
            String href,
            @Nullable OffsetDateTime since,
            @Nullable LocalDate dueOn) {}
}
