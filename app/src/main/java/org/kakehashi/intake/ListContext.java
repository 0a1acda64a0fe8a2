package org.kakehashi.intake;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.DateText;

/// What holds for a whole list.
///
/// @param unit our unit that keeps the list, for rows that name none
/// @param asOf the day the list is true for, if it says
/// @param name name of the group or of the statistics; empty where the kind needs none
/// @param earlier records that the import this one continues brought or confirmed
/// @param reason what stands in the history of the records
public record ListContext(
        @Nullable UUID unit, DateText asOf, String name, Set<UUID> earlier, String reason) {
    public ListContext {
        earlier = Set.copyOf(earlier);
    }
}
