package org.kakehashi.intake.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of which a web page or spreadsheet dropped the empty cells, so that the numbers moved to
/// the left: the total is missing at the end, and the last number is the sum of those before it.
/// Then only the total is certain.
final class ShiftedCells {

    /// @param column where the number stands
    /// @param totalColumn where it belongs
    record Total(long value, int column, Column totalColumn) {}

    private final Grid grid;
    private final List<Column> numbers;
    private final boolean possible;

    ShiftedCells(Grid grid, List<Column> numbers) {
        this.grid = grid;
        this.numbers = numbers;
        this.possible =
                numbers.size() > 2
                        && numbers.getLast().role() == Role.TOTAL
                        && numbers.stream().filter(column -> column.role() == Role.TOTAL).count()
                                == 1;
    }

    @Nullable Total total(int row) {
        if (!possible || !grid.cell(row, numbers.getLast().column()).isEmpty()) {
            return null;
        }
        long sum = 0;
        long last = 0;
        int count = 0;
        int lastColumn = 0;
        for (var column : numbers) {
            var number = FigureText.read(grid.text(row, column.column()));
            if (number == null) {
                break;
            }
            sum += number.value();
            last = number.value();
            lastColumn = column.column();
            count++;
        }
        boolean gapless = count > 0 && count == filled(row);
        return gapless && count > 1 && sum - last == last
                ? new Total(last, lastColumn, numbers.getLast())
                : null;
    }

    private int filled(int row) {
        return (int)
                numbers.stream()
                        .filter(column -> !grid.cell(row, column.column()).isEmpty())
                        .count();
    }
}
