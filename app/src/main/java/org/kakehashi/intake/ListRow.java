package org.kakehashi.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One record of a list as read, with the institution as decided.
///
/// @param row row of the sheet, from 1
/// @param organization the institution, null while or where nobody knows it
/// @param before records that lists stored earlier under the same spelling of the institution
public record ListRow(
        UUID id,
        int row,
        int number,
        @Nullable UUID organization,
        ListValues values,
        List<UUID> before) {
    public ListRow {
        before = List.copyOf(before);
    }

    /// The values of a list of agreements or institutions.
    public PartnerValues partner() {
        return (PartnerValues) values;
    }
}
