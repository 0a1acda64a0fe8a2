package org.kakehashi.intake.understanding;

import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;

/// What is known about an institution beside its name, from other cells of the row.
///
/// @param country where the list says it is, null if it does not say
/// @param city the cell of the city column, or empty
record NameContext(@Nullable Country country, String city, InstitutionRecogniser recogniser) {

    /// Whether the text is nothing but the name of a known institution.
    boolean isKnown(String name) {
        var query = new InstitutionRecogniser.Query(name, country, city);
        var recognition = recogniser.recognise(query);
        return recognition.isCertain() && recognition.whole();
    }
}
