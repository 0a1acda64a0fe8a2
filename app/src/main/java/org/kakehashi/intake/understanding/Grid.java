package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.intake.reading.Merge;
import org.kakehashi.intake.reading.Sheet;

/// A sheet with what its cells look like, worked out once for equal cells.
final class Grid {

    private static final int REMEMBERED = 100_000;

    private final Sheet sheet;
    private final Map<Cell, int[]> natures = new HashMap<>();
    private final Map<Integer, List<Merge>> mergesByRow = new HashMap<>();
    private final int firstColumn;
    private final int width;

    Grid(Sheet sheet) {
        this(sheet, 1, sheet.width());
    }

    /// Only some columns of the sheet, as when tables stand side by side; the others seem empty.
    Grid(Sheet sheet, int firstColumn, int lastColumn) {
        this.sheet = sheet;
        this.firstColumn = firstColumn;
        this.width = lastColumn;
        for (var merge : sheet.merges()) {
            for (int row = merge.firstRow();
                    row <= Math.min(merge.lastRow(), sheet.height());
                    row++) {
                mergesByRow.computeIfAbsent(row, _ -> new ArrayList<>()).add(merge);
            }
        }
    }

    Sheet sheet() {
        return sheet;
    }

    int height() {
        return sheet.height();
    }

    int width() {
        return width;
    }

    Cell cell(int row, int column) {
        return column < firstColumn || column > width ? Cell.EMPTY : sheet.cell(row, column);
    }

    String text(int row, int column) {
        return cell(row, column).text();
    }

    int firstColumn() {
        return firstColumn;
    }

    /// The columns of the row that hold something.
    List<Integer> filled(int row) {
        var cells = sheet.row(row);
        return IntStream.rangeClosed(firstColumn, Math.min(width, cells.size()))
                .filter(column -> !cells.get(column - 1).isEmpty())
                .boxed()
                .toList();
    }

    boolean isBlank(int row) {
        return filled(row).isEmpty();
    }

    /// Whether the cell looks like this; worked out once for equal cells.
    boolean is(int row, int column, Nature nature) {
        var cell = cell(row, column);
        if (cell.isEmpty()) {
            return false;
        }
        if (natures.size() > REMEMBERED) {
            natures.clear();
        }
        int[] known = natures.computeIfAbsent(cell, _ -> new int[2]);
        int bit = 1 << nature.ordinal();
        if ((known[0] & bit) == 0) {
            known[0] |= bit;
            known[1] |= Nature.is(cell, nature) ? bit : 0;
        }
        return (known[1] & bit) != 0;
    }

    /// The merged area that covers the cell, or null.
    @org.jspecify.annotations.Nullable
    Merge merge(int row, int column) {
        for (var merge : mergesByRow.getOrDefault(row, List.of())) {
            if (merge.contains(row, column)) {
                return merge;
            }
        }
        return null;
    }

    /// The text that holds for the cell: its own or that of the area it is merged into.
    String mergedText(int row, int column) {
        var merge = cell(row, column).isEmpty() ? merge(row, column) : null;
        return merge == null ? text(row, column) : text(merge.firstRow(), merge.firstColumn());
    }
}
