package org.kakehashi.intake.reading;

import java.util.Map;

/// Something wrong with a file. The user interface words it from `intake.reading.<kind>` with the
/// place and arguments; the sentence says where and what to do.
///
/// @param arguments named arguments of the message, e.g. `limit`, `found`, `encoding`
public record ReadingProblem(Kind kind, Place place, Map<String, String> arguments) {

    public enum Kind {
        /// nothing in the file
        EMPTY(true),
        /// larger than [ReadingLimits#bytes]; arguments `found`, `limit`
        TOO_LARGE(true),
        PASSWORD_PROTECTED(true),
        /// ends in the middle or is damaged
        DAMAGED(true),
        /// unpacks to far more than it should; argument `limit`
        UNPACKS_TOO_LARGE(true),
        /// a picture, program, PDF or other thing that is not a list; argument `found`
        NOT_A_LIST(true),
        /// a web page saved under the name of a spreadsheet
        WEB_PAGE(true),
        /// contains a document type definition, which no spreadsheet program writes
        FORBIDDEN_CONTENT(true),
        /// rows after the limit were left out; argument `limit`
        TOO_MANY_ROWS(false),
        /// columns after the limit were left out; argument `limit`
        TOO_MANY_COLUMNS(false),
        /// cells after the limit were left out; argument `limit`
        TOO_MANY_CELLS(false),
        /// sheets after the limit were left out; argument `limit`
        TOO_MANY_SHEETS(false),
        /// text in a cell was cut off; argument `limit`
        TEXT_CUT(false),
        /// not everything is in the encoding of the rest; argument `encoding`
        MIXED_ENCODING(false),
        /// a quotation mark is opened and never closed
        UNCLOSED_QUOTE(false),
        /// the encoding had to be guessed; argument `encoding`
        ENCODING_GUESSED(false);

        private final boolean fatal;

        Kind(boolean fatal) {
            this.fatal = fatal;
        }

        /// Whether nothing of the file can be used.
        public boolean isFatal() {
            return fatal;
        }
    }

    public ReadingProblem {
        arguments = Map.copyOf(arguments);
    }

    static ReadingProblem of(Kind kind) {
        return new ReadingProblem(kind, Place.FILE, Map.of());
    }

    static ReadingProblem limit(Kind kind, Place place, long limit) {
        return new ReadingProblem(kind, place, Map.of("limit", Long.toString(limit)));
    }
}
