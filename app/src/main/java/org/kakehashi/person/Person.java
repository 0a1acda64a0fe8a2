package org.kakehashi.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// A person as the register knows them, without what is sensitive ([Sensitive]).
///
/// @param number stable register number, never given twice
/// @param language in which to write to them; null: unknown
/// @param consentOn when the person agreed to the purpose; null: not recorded
/// @param units of ours that have to do with the person
/// @param neededUntil last day of what is recorded of the person; null: nothing or unknown
/// @param mergedInto the record that took this one's place
public record Person(
        UUID id,
        String number,
        int version,
        Details details,
        List<UUID> units,
        @Nullable LocalDate neededUntil,
        @Nullable UUID mergedInto,
        boolean erased) {
    public enum Category implements Coded {
        STUDENT,
        RESEARCHER,
        STAFF,
        GUEST,
        UNKNOWN
    }

    /// For what the values about the person are kept.
    public enum Purpose implements Coded {
        EXCHANGE,
        ADMISSION,
        RESEARCH,
        EMPLOYMENT,
        EVENT
    }

    /// What people state of a person.
    public record Details(
            Category category,
            PersonNames names,
            @Nullable String mail,
            @Nullable String phone,
            @Nullable String language,
            Purpose purpose,
            @Nullable LocalDate consentOn) {}

    public Person {
        units = List.copyOf(units);
    }

    public PersonNames names() {
        return details.names();
    }

    public String href() {
        return "/people/" + id;
    }
}
