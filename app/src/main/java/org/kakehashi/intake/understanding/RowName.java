package org.kakehashi.intake.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.CountryReading;
import org.kakehashi.kernel.CountryReading.Named;
import org.kakehashi.kernel.CountryReading.Spelling;

/// What names a row of figures.
///
/// @param label other columns that name the row
/// @param written the country as written
record RowName(
        String label,
        String written,
        @Nullable Country country,
        List<String> flags,
        List<Question> questions) {

    /// A country named in the text.
    static RowName ofCountry(String written, CellPlace place) {
        return of("", written, Countries.recognise(written), place);
    }

    static RowName of(String label, String written, CountryReading reading, CellPlace place) {
        if (reading instanceof Named named) {
            boolean misspelt = named.spelling() == Spelling.MISSPELT;
            return new RowName(
                    label,
                    written,
                    named.country(),
                    misspelt ? List.of("misspelt") : List.of(),
                    misspelt ? List.of(misspelt(named, written, place)) : List.of());
        }
        var unknown = Question.of(Question.Kind.UNKNOWN_COUNTRY, Field.COUNTRY, place, written);
        return reading.isRegion()
                ? new RowName(label, written, null, List.of("total:region"), List.of())
                : new RowName(label, written, null, List.of(), List.of(unknown));
    }

    private static Question misspelt(Named named, String written, CellPlace place) {
        return new Question(
                Question.Kind.MISSPELT_COUNTRY,
                Field.COUNTRY,
                place,
                written,
                List.of(named.country().code()));
    }
}
