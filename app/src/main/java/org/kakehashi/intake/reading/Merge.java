package org.kakehashi.intake.reading;

/// Cells merged into one; the value stands in the first row and column. All numbers from 1,
/// inclusive.
public record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    public boolean contains(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    public int columns() {
        return lastColumn - firstColumn + 1;
    }

    public int rows() {
        return lastRow - firstRow + 1;
    }
}
