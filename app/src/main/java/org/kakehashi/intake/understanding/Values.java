package org.kakehashi.intake.understanding;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kakehashi.intake.reading.Cell;

/// The cells of the current row by role, with what is carried down from the rows above and what the
/// last headings said.
final class Values {

    /// @param carried whether the value stands in a row above
    record Value(Cell cell, CellPlace place, boolean carried) {
        String text() {
            return cell.text().strip();
        }
    }

    private final Grid grid;
    private final TableLayout table;
    private final Map<Integer, Value> above = new HashMap<>();
    private final Map<RowUse, Value> headings = new EnumMap<>(RowUse.class);
    private int row;

    Values(Grid grid, TableLayout table) {
        this.grid = grid;
        this.table = table;
    }

    /// Moves on to a row of data.
    void enter(int dataRow) {
        row = dataRow;
        boolean newRegion =
                table.with(Role.REGION)
                        .anyMatch(column -> !grid.cell(row, column.column()).isEmpty());
        for (var column : table.columns()) {
            var cell = grid.cell(row, column.column());
            if (!cell.isEmpty()) {
                above.put(
                        column.column(),
                        new Value(cell, new CellPlace(row, column.column()), true));
            } else if (newRegion
                    && column.role() == Role.COUNTRY
                    && grid.merge(row, column.column()) == null) {
                above.remove(column.column());
            }
        }
    }

    /// A heading row holds until the next of its kind; a new region ends the country before it.
    void heading(RowUse use, int headingRow) {
        for (int column : grid.filled(headingRow)) {
            headings.put(
                    use,
                    new Value(
                            grid.cell(headingRow, column),
                            new CellPlace(headingRow, column),
                            true));
            break;
        }
        if (use == RowUse.REGION_HEADING) {
            headings.remove(RowUse.COUNTRY_HEADING);
        }
        above.clear();
    }

    Optional<Value> heading(RowUse use) {
        return Optional.ofNullable(headings.get(use));
    }

    int row() {
        return row;
    }

    Optional<Value> find(Role role) {
        return table.find(role).flatMap(this::of);
    }

    List<Value> all(Role role) {
        return table.with(role).flatMap(column -> of(column).stream()).toList();
    }

    Optional<Value> of(Column column) {
        var cell = grid.cell(row, column.column());
        if (!cell.isEmpty()) {
            return Optional.of(new Value(cell, new CellPlace(row, column.column()), false));
        }
        var merge = grid.merge(row, column.column());
        if (merge != null && (merge.firstRow() != row || merge.firstColumn() != column.column())) {
            var source = grid.cell(merge.firstRow(), merge.firstColumn());
            boolean down = merge.firstColumn() == column.column() && !source.isEmpty();
            return down
                    ? Optional.of(
                            new Value(
                                    source,
                                    new CellPlace(merge.firstRow(), merge.firstColumn()),
                                    true))
                    : Optional.empty();
        }
        return column.carriedDown()
                ? Optional.ofNullable(above.get(column.column()))
                : Optional.empty();
    }
}
