package org.kakehashi.partnership.country;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// What is to be reached in one country or region of the world.
///
/// @param id null until it is recorded
/// @param place a code of ISO 3166-1, or of a region of the world
/// @param owner who is responsible, and asked to look at it again
/// @param until null: open
/// @param reviewOn when it is to be looked at again; null: never
/// @param version for optimistic locking
public record CountryPlan(
        @Nullable UUID id,
        String place,
        Bilingual title,
        Bilingual goal,
        @Nullable UUID unit,
        @Nullable UUID owner,
        LocalDate from,
        @Nullable LocalDate until,
        Status status,
        @Nullable LocalDate reviewOn,
        int version) {
    public enum Status implements Coded {
        PLANNED,
        RUNNING,
        ACHIEVED,
        DROPPED
    }

    public boolean open() {
        return status == Status.PLANNED || status == Status.RUNNING;
    }

    /// Must somebody look at it: the review is due, or its time is over.
    public boolean dueOn(LocalDate day) {
        return open()
                && (reviewOn != null && !reviewOn.isAfter(day)
                        || until != null && until.isBefore(day));
    }
}
