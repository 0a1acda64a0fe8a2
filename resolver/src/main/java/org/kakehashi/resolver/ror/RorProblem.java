package org.kakehashi.resolver.ror;

import org.jspecify.annotations.Nullable;

/// A record that could not be read and was skipped.
///
/// @param record 1-based number of the record in the file
/// @param offset of its first byte in the unpacked file
/// @param id the record's identifier as far as it could be read
/// @param reason why
/// @param detail the field or the parser's message, for people who mend files
public record RorProblem(
        long record, long offset, @Nullable String id, Reason reason, String detail) {

    /// Why a record was skipped.
    public enum Reason {
        /// Not JSON.
        SYNTAX,
        /// The identifier is missing or not of the form `https://ror.org/0xxxxxxxx`.
        IDENTIFIER,
        /// No name has a value.
        NAME,
        /// The status is missing or unknown.
        STATUS,
        /// A part has another type than the schema says.
        STRUCTURE,
        /// Longer than a record may be.
        TOO_LARGE,
        /// The file ends inside the record.
        TRUNCATED
    }
}
