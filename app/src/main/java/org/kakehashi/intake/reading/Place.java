package org.kakehashi.intake.reading;

/// Where in a file: sheet, row and column from 1; 0 where it means the whole file, sheet or row.
public record Place(String sheet, int row, int column) {

    public static final Place FILE = new Place("", 0, 0);

    public static Place row(String sheet, int row) {
        return new Place(sheet, row, 0);
    }
}
