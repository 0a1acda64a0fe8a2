package org.kakehashi.intake.understanding;

import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;

/// What is known about an institution beside its name, from other cells of the row.
///
/// @param country where the list says it is, null if it does not say
/// @param city the cell of the city column, or empty
record NameContext(@Nullable Country country, String city, InstitutionRecogniser recogniser) {

    boolean isKnown(String name) {
        return recogniser.recognise(new InstitutionRecogniser.Query(name, country, city)).isCertain();
    }
}
