package org.kakehashi.intake.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.intake.reading.ReadingProblem.Kind;

/// Collects the sheets of one file within the limits. Equal texts are kept once.
final class SheetBuilder {

    private static final int TEXTS_SHARED = 200_000;

    private final ReadingLimits limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<ReadingProblem> problems = new ArrayList<>();
    private final Set<Kind> reported = EnumSet.noneOf(Kind.class);
    private final Map<String, Cell> shared = new HashMap<>();
    private String name = "";
    private boolean hidden;
    private List<List<Cell>> rows = new ArrayList<>();
    private List<Cell> row = new ArrayList<>();
    private List<Merge> merges = new ArrayList<>();
    private int cells;

    SheetBuilder(ReadingLimits limits) {
        this.limits = limits;
    }

    /// Whether another sheet may begin.
    boolean startSheet(String sheetName, boolean sheetHidden) {
        if (sheets.size() >= limits.sheets()) {
            report(ReadingProblem.limit(Kind.TOO_MANY_SHEETS, Place.FILE, limits.sheets()));
            return false;
        }
        name = sheetName;
        hidden = sheetHidden;
        rows = new ArrayList<>();
        merges = new ArrayList<>();
        return true;
    }

    /// Begins the row with this number; false when the limits allow no more.
    boolean startRow(int number) {
        endRow();
        if (number > limits.rows()) {
            report(
                    ReadingProblem.limit(
                            Kind.TOO_MANY_ROWS, Place.row(name, limits.rows() + 1), limits.rows()));
            return false;
        }
        if (cells >= limits.cells()) {
            report(
                    ReadingProblem.limit(
                            Kind.TOO_MANY_CELLS, Place.row(name, number), limits.cells()));
            return false;
        }
        while (rows.size() < number - 1) {
            rows.add(List.of());
        }
        row = new ArrayList<>();
        return true;
    }

    void add(int column, Cell cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (column > limits.columns()) {
            var place = new Place(name, rows.size() + 1, limits.columns() + 1);
            report(ReadingProblem.limit(Kind.TOO_MANY_COLUMNS, place, limits.columns()));
            return;
        }
        while (row.size() < column - 1) {
            row.add(Cell.EMPTY);
        }
        if (row.size() >= column) {
            return;
        }
        row.add(share(cell, column));
        cells++;
    }

    void merge(Merge merge) {
        merges.add(merge);
    }

    private Cell share(Cell cell, int column) {
        if (cell.text().length() > limits.textLength()) {
            var place = new Place(name, rows.size() + 1, column);
            report(ReadingProblem.limit(Kind.TEXT_CUT, place, limits.textLength()));
            return Cell.text(cell.text().substring(0, limits.textLength()));
        }
        if (cell.kind() != Cell.Kind.TEXT || shared.size() > TEXTS_SHARED) {
            return cell;
        }
        var known = shared.putIfAbsent(cell.text(), cell);
        return known == null ? cell : known;
    }

    private void endRow() {
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
            row = new ArrayList<>();
        }
    }

    void endSheet() {
        endRow();
        sheets.add(new Sheet(name, rows, merges, hidden));
        rows = new ArrayList<>();
    }

    /// The first problem of each kind is enough to tell a person.
    void report(ReadingProblem problem) {
        if (reported.add(problem.kind())) {
            problems.add(problem);
        }
    }

    FileReading build(FileReading.Format format, String encoding) {
        boolean nothing = sheets.stream().allMatch(sheet -> sheet.height() == 0);
        if (nothing && problems.isEmpty()) {
            report(ReadingProblem.of(Kind.EMPTY));
        }
        return new FileReading(format, encoding, sheets, problems);
    }
}
