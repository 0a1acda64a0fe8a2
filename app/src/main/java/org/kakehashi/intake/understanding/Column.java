package org.kakehashi.intake.understanding;

/// The use of one column.
///
/// @param column from 1
/// @param header the header's text, of several levels joined by `/`
/// @param carriedDown whether an empty cell means the same as the one above it
/// @param confidence from 0 to 1
public record Column(
        int column,
        String header,
        Role role,
        boolean carriedDown,
        double confidence,
        Reason reason) {

    /// The same column as a person wants it used.
    public Column as(Role chosen) {
        return new Column(column, header, chosen, carriedDown, 1, Reason.CHOSEN);
    }

    public Column carried(boolean carried) {
        return new Column(column, header, role, carried, confidence, reason);
    }
}
