package org.kakehashi.intake.reading;

/// One cell as read.
///
/// @param text the value: text as typed, numbers plain (`12`, `0.5`), dates in ISO 8601, shortened
///   where the cell's format shows no day or month
/// @param shown what the spreadsheet shows; the same as `text` where it has no format
public record Cell(Kind kind, String text, String shown) {

    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE,
        /// `#REF!` and the like; the text is the error
        ERROR
    }

    public static final Cell EMPTY = new Cell(Kind.EMPTY, "", "");

    /// A NUL, which no database takes, becomes the sign for something unreadable.
    public static Cell text(String text) {
        if (text.isBlank()) {
            return EMPTY;
        }
        String readable = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        return new Cell(Kind.TEXT, readable, readable);
    }

    public static Cell number(String plain, String shown) {
        return new Cell(Kind.NUMBER, plain, shown);
    }

    public static Cell date(String iso, String shown) {
        return new Cell(Kind.DATE, iso, shown);
    }

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    @Override
    public String toString() {
        return text;
    }
}
