package org.kakehashi.strategy.formula;

/// Why a formula cannot be used.
///
/// @param at the character at which it shows, from 0
/// @param what the word it is about, empty if none
public record FormulaProblem(Kind kind, int at, String what) {
    /// Each with its message, `strategy.formula.problem.…`.
    public enum Kind {
        EMPTY,
        TOO_LONG,
        TOO_DEEP,
        CHARACTER,
        QUOTE_OPEN,
        EXPECTED,
        ENDED,
        TRAILING,
        FUNCTION,
        ARGUMENTS,
        YEARS,
        MEASURE,
        DIMENSION,
        VALUE,
        NO_VALUE,
        INDICATOR,
        CIRCULAR,
        UNITS,
        UNIT_DECLARED
    }

    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient FormulaProblem problem;

        Found(Kind kind, int at, String what) {
            super(kind + " " + what, null, false, false);
            this.problem = new FormulaProblem(kind, at, what);
        }

        FormulaProblem problem() {
            return problem;
        }
    }
}
