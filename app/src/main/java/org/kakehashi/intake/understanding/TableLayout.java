package org.kakehashi.intake.understanding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kakehashi.kernel.DayMonthOrder;

/// One table in a sheet. Rows count from 1 as the spreadsheet shows them.
///
/// @param firstRow first row that belongs to it, titles included
/// @param lastRow last row that belongs to it
/// @param headerRows rows of its header; none, one, or two for a header of two levels; repeated
///   headers further down are also here
/// @param dateOrder which of two small numbers is the day, if the dates tell
/// @param rows what a person said that single rows are for
public record TableLayout(
        ListKind kind,
        int firstRow,
        int lastRow,
        List<Integer> headerRows,
        List<Column> columns,
        Context context,
        DayMonthOrder dateOrder,
        Map<Integer, RowUse> rows) {

    public TableLayout {
        headerRows = List.copyOf(headerRows);
        columns = List.copyOf(columns);
        rows = Map.copyOf(new TreeMap<>(rows));
    }

    public Stream<Column> with(Role role) {
        return columns.stream().filter(column -> column.role() == role);
    }

    /// The first column with the role.
    public Optional<Column> find(Role role) {
        return with(role).findFirst();
    }

    public boolean has(Role role) {
        return find(role).isPresent();
    }

    /// The last row of the header at the top; before the first row if there is none.
    int lastHeaderRow() {
        int last = firstRow - 1;
        for (int row : headerRows) {
            if (last < firstRow || row == last + 1) {
                last = row;
            }
        }
        return last;
    }

    /// The same table with one column used otherwise.
    public TableLayout withRole(int column, Role role) {
        var changed = columns.stream().map(c -> c.column() == column ? c.as(role) : c).toList();
        return withColumns(changed);
    }

    public TableLayout withColumns(List<Column> changed) {
        return new TableLayout(
                kind, firstRow, lastRow, headerRows, changed, context, dateOrder, rows);
    }

    public TableLayout withKind(ListKind changed) {
        return new TableLayout(
                changed, firstRow, lastRow, headerRows, columns, context, dateOrder, rows);
    }

    public TableLayout withContext(Context changed) {
        return new TableLayout(
                kind, firstRow, lastRow, headerRows, columns, changed, dateOrder, rows);
    }

    public TableLayout withDateOrder(DayMonthOrder order) {
        return new TableLayout(kind, firstRow, lastRow, headerRows, columns, context, order, rows);
    }

    /// The same table with one row used otherwise.
    public TableLayout withRow(int row, RowUse use) {
        var changed = new TreeMap<>(rows);
        changed.put(row, use);
        return new TableLayout(
                kind, firstRow, lastRow, headerRows, columns, context, dateOrder, changed);
    }
}
