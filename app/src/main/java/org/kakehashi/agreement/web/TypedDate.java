package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading;
import org.kakehashi.kernel.DateText;

/// A date as a person typed it, in any form the lists use; what cannot be told for sure is asked.
///
/// @param problem a sentence, or null
record TypedDate(DateText date, @Nullable String problem) {
    static TypedDate read(String text) {
        DateReading reading = DateReader.read(text);
        if (reading.dates().size() == 1) {
            DateReading.Found found = reading.dates().getFirst();
            DateText other = found.other();
            return other == null
                    ? new TypedDate(found.date().writtenAs(text), null)
                    : new TypedDate(
                            DateText.unknown(text),
                            t(
                                    "agreement.problem.dateAmbiguous",
                                    "one",
                                    found.date().iso(),
                                    "other",
                                    other.iso()));
        }
        boolean words = reading.dates().isEmpty() && !reading.meanings().isEmpty();
        String problem =
                words
                        ? null
                        : reading.dates().isEmpty()
                                ? "agreement.problem.date"
                                : "agreement.problem.dates";
        return new TypedDate(DateText.unknown(text), problem);
    }
}
