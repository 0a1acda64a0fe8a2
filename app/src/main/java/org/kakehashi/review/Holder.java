package org.kakehashi.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// A person who holds a post or sits in a committee, for a time.
///
/// @param until the first day after the term; null: open
public record Holder(
        UUID id,
        UUID body,
        UUID user,
        Bilingual name,
        @Nullable UUID unit,
        Duty duty,
        boolean voting,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public enum Duty implements Coded {
        HEAD,
        CHAIR,
        DEPUTY,
        SECRETARY,
        MEMBER
    }

    public boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /// May this person report what the body decided? Members decide in the meeting.
    public boolean speaksFor(Body whole) {
        return !whole.committee() || duty != Duty.MEMBER;
    }
}
