package org.kakehashi.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One sheet (a delimited file has one). Rows and columns count from 1; rows and cells that are not
/// there are empty.
public record Sheet(String name, List<List<Cell>> rows, List<Merge> merges, boolean hidden) {

    public Sheet {
        rows = List.copyOf(rows);
        merges = List.copyOf(merges);
    }

    /// A sheet made of texts, as from a delimited file.
    public static Sheet of(String name, List<List<String>> texts) {
        var rows = new ArrayList<List<Cell>>();
        for (var row : texts) {
            rows.add(row.stream().map(Cell::text).toList());
        }
        return new Sheet(name, rows, List.of(), false);
    }

    /// A small sheet written down row by row, cells divided by `|`.
    public static Sheet sketch(String... rows) {
        return of(
                "sketch",
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row.split("\\|", -1)).map(String::strip).toList())
                        .toList());
    }

    public int height() {
        return rows.size();
    }

    public int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    public List<Cell> row(int row) {
        return row < 1 || row > rows.size() ? List.of() : rows.get(row - 1);
    }

    public Cell cell(int row, int column) {
        var cells = row(row);
        return column < 1 || column > cells.size() ? Cell.EMPTY : cells.get(column - 1);
    }

    public boolean isBlank(int row) {
        return row(row).stream().allMatch(Cell::isEmpty);
    }

    /// The merged area that the cell belongs to.
    public Optional<Merge> mergeAt(int row, int column) {
        return merges.stream().filter(merge -> merge.contains(row, column)).findFirst();
    }

    /// The name of a column as spreadsheets show it: 1 → A, 28 → AB.
    public static String columnName(int column) {
        var name = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }
}
