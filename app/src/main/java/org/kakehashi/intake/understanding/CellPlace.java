package org.kakehashi.intake.understanding;

/// A cell of the sheet, row and column from 1.
public record CellPlace(int row, int column) {}
