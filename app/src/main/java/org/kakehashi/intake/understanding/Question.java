package org.kakehashi.intake.understanding;

import java.util.List;

/// Something only a person can answer, worded by `intake.question.<kind>` with the written text and
/// the possible answers.
public record Question(
        Kind kind, Field field, CellPlace place, String written, List<String> choices) {

    public enum Kind {
        /// day and month cannot be told apart; both readings are the choices
        AMBIGUOUS_DATE,
        UNREADABLE_DATE,
        UNKNOWN_COUNTRY,
        /// read as a misspelling; the country's code is the choice
        MISSPELT_COUNTRY,
        NO_COUNTRY,
        NO_INSTITUTION,
        /// an institution known to be elsewhere; its country's code is the choice
        COUNTRY_CONTRADICTS,
        END_BEFORE_START,
        UNREADABLE_NUMBER,
        /// cells seem shifted; only the total is certain
        CELLS_SHIFTED,
        /// every cell of the row is empty: zero, or not known?
        ALL_EMPTY
    }

    public Question {
        choices = List.copyOf(choices);
    }

    static Question of(Kind kind, Field field, CellPlace place, String written) {
        return new Question(kind, field, place, written, List.of());
    }
}
