package org.kakehashi.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.DateText;

/// One number of a list of figures.
///
/// @param block name of the table when the sheet holds several
/// @param fiscalYear whether `asOf` names a fiscal year (April to March)
/// @param label the country or label of the row as written
/// @param measure the header of the column
/// @param value null when it cannot be read: unknown, not zero
/// @param women how many of them are women, where the cell says
public record FigureValues(
        String block,
        DateText asOf,
        boolean fiscalYear,
        String label,
        @Nullable String country,
        String measure,
        @Nullable Long value,
        @Nullable Long women,
        List<String> flags)
        implements ListValues {
    public FigureValues {
        flags = List.copyOf(flags);
    }
}
