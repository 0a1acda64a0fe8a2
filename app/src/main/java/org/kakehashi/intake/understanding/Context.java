package org.kakehashi.intake.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;

/// What titles say about every row of a table.
///
/// @param kinds kinds of agreement, e.g. `student_exchange`
/// @param asOf date of the whole list (5月1日現在)
/// @param fiscalYear whether that date names a fiscal year (年度)
/// @param block name of the table when a sheet holds several, else empty
public record Context(
        @Nullable Level level,
        List<String> kinds,
        DateText asOf,
        boolean fiscalYear,
        @Nullable Country country,
        String block) {

    public static final Context NONE = new Context(null, List.of(), DateText.NONE, false, null, "");

    public Context {
        kinds = List.copyOf(kinds);
    }

    Context inBlock(String name) {
        return new Context(level, kinds, asOf, fiscalYear, country, name);
    }
}
