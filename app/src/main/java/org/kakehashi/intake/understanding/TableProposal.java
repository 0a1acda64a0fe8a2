package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Works out what one table means.
final class TableProposal {

    private static final int SAMPLE = 2_000;

    private final Grid grid;
    private final int first;
    private final int last;
    private final List<Integer> headers;

    TableProposal(Grid grid, int first, int last, List<Integer> headers) {
        this.grid = grid;
        this.first = first;
        this.last = last;
        this.headers = headers;
    }

    TableLayout propose() {
        var dataRows = dataRows();
        var profiles = new ArrayList<ColumnProfile>();
        for (int column = grid.firstColumn(); column <= grid.width(); column++) {
            profiles.add(
                    ColumnProfile.of(
                            grid, column, HeaderTexts.of(grid, firstHeader(), column), dataRows));
        }
        var kind = TableKind.of(profiles, dataRows.size());
        var columns =
                kind == ListKind.FIGURES
                        ? FigureColumns.assign(profiles)
                        : PartnerColumns.assign(profiles, !headers.isEmpty());
        var context = ContextReader.read(grid, titleRows(columns), kind);
        if (kind != ListKind.FIGURES && context.members()) {
            kind = ListKind.ORGANIZATIONS;
        }
        return new TableLayout(
                kind,
                first,
                last,
                headers,
                columns,
                context.context(),
                DateOrders.of(grid, columns, allRows()),
                Map.of());
    }

    /// The rows of the header at the top; repeated headers further down look the same.
    private List<Integer> firstHeader() {
        var rows = new ArrayList<Integer>();
        for (int row : headers) {
            if (rows.isEmpty() || row == rows.getLast() + 1) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// Rows that seem to hold data: those with several cells, or all if most have only one.
    private List<Integer> dataRows() {
        int start = headers.isEmpty() ? first : firstHeader().getLast() + 1;
        var several = new ArrayList<Integer>();
        var all = new ArrayList<Integer>();
        for (int row = start; row <= last && all.size() < SAMPLE; row++) {
            int filled = headers.contains(row) ? 0 : grid.filled(row).size();
            if (filled > 0) {
                all.add(row);
            }
            if (filled > 1) {
                several.add(row);
            }
        }
        return several.size() * 4 < all.size() ? all : several;
    }

    private List<Integer> allRows() {
        return IntStream.rangeClosed(first, last)
                .filter(row -> !headers.contains(row))
                .boxed()
                .toList();
    }

    private List<Integer> titleRows(List<Column> columns) {
        var rows = new ArrayList<Integer>();
        int end = headers.isEmpty() ? firstDataRow(columns) : headers.getFirst();
        for (int row = first; row < end; row++) {
            rows.add(row);
        }
        return rows;
    }

    /// Without a header, titles end at the first row that has more than a heading.
    private int firstDataRow(List<Column> columns) {
        for (int row = first; row <= last; row++) {
            for (var column : columns) {
                boolean names =
                        column.role() == Role.INSTITUTION || column.role() == Role.FREE_TEXT;
                boolean institution =
                        grid.is(row, column.column(), Nature.INSTITUTION)
                                || grid.is(row, column.column(), Nature.PART);
                boolean title =
                        grid.filled(row).size() == 1
                                && Titles.isTitle(grid.text(row, column.column()));
                if (names
                        && institution
                        && !title
                        && (grid.filled(row).size() > 1 || columns.size() == 1)) {
                    return row;
                }
                if (column.role() == Role.FIGURE && grid.is(row, column.column(), Nature.COUNT)) {
                    return row;
                }
            }
        }
        return Math.min(first + 3, last);
    }
}
