package org.kakehashi.intake.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;

/// One number of a table of figures.
///
/// @param block the table's name when the sheet holds several
/// @param asOf date or year it is about
/// @param fiscalYear whether `asOf` names a fiscal year (April to March)
/// @param countryAsWritten the row's country, or its label when it is a total
/// @param column the column's header, of two levels joined by `/`
/// @param women how many of the value are women, when the cell says `10(4)`
public record Figure(
        int row,
        String block,
        DateText asOf,
        boolean fiscalYear,
        String countryAsWritten,
        @Nullable Country country,
        String column,
        @Nullable Long value,
        @Nullable Long women,
        List<String> flags,
        CellPlace place,
        List<Question> questions) {

    public Figure {
        flags = List.copyOf(flags);
        questions = List.copyOf(questions);
    }
}
