package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.intake.reading.Sheet;

/// Reads all rows of a sheet as a layout says.
final class Interpreter {

    private final Grid grid;
    private final InstitutionRecogniser recogniser;
    private final List<PartnerRecord> partners = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Map<Integer, RowUse> rows = new HashMap<>();

    Interpreter(Sheet sheet, InstitutionRecogniser recogniser) {
        this.grid = new Grid(sheet);
        this.recogniser = new RememberingRecogniser(recogniser);
    }

    Interpretation interpret(Layout layout) {
        for (var table : layout.tables()) {
            if (table.kind() == ListKind.FIGURES) {
                readFigures(table);
            } else {
                readPartners(window(table), table);
            }
        }
        return new Interpretation(numbered(partners), figures, rows);
    }

    /// Only the table's own columns, when others stand beside it.
    private Grid window(TableLayout table) {
        int first = table.columns().stream().mapToInt(Column::column).min().orElse(1);
        int last = table.columns().stream().mapToInt(Column::column).max().orElse(grid.width());
        return first == 1 && last >= grid.width() ? grid : new Grid(grid.sheet(), first, last);
    }

    /// Records of tables side by side stand in the same rows: they are numbered on from left to
    /// right.
    private static List<PartnerRecord> numbered(List<PartnerRecord> records) {
        var next = new HashMap<Integer, Integer>();
        var sorted = records.stream().sorted(Comparator.comparingInt(PartnerRecord::row)).toList();
        return sorted.stream()
                .map(record -> record.numbered(next.merge(record.row(), 1, Integer::sum)))
                .toList();
    }

    private void readFigures(TableLayout table) {
        var classifier = new RowClassifier(grid, table);
        var reader = new FigureReader(grid, table);
        for (int row = table.firstRow(); row <= Math.min(table.lastRow(), grid.height()); row++) {
            var use = classifier.classify(row);
            rows.put(row, use);
            if (use == RowUse.DATA || use == RowUse.TOTAL) {
                figures.addAll(reader.read(row, use == RowUse.TOTAL));
            }
        }
    }

    private void readPartners(Grid grid, TableLayout table) {
        var classifier = new RowClassifier(grid, table);
        var values = new Values(grid, table);
        var reader = new PartnerReader(grid, table, values, recogniser);
        var records = new ArrayList<PartnerRecord>();
        for (int row = table.firstRow(); row <= Math.min(table.lastRow(), grid.height()); row++) {
            var use = classifier.classify(row);
            rows.merge(row, use, (before, now) -> before == RowUse.DATA ? before : now);
            switch (use) {
                case COUNTRY_HEADING, REGION_HEADING, HOME_UNIT_HEADING, LEVEL_HEADING ->
                        values.heading(use, row);
                case DATA -> {
                    values.enter(row);
                    records.addAll(reader.read(continuation(table, classifier, row)));
                }
                case BLANK, TITLE, HEADER, OTHER_HEADING, CONTINUATION, TOTAL, NOTE -> {}
            }
        }
        partners.addAll(CountryByCompany.fill(records, recogniser));
    }

    /// The rest of a running text that was wrapped over several rows.
    private String continuation(TableLayout table, RowClassifier classifier, int row) {
        if (!table.has(Role.FREE_TEXT)) {
            return "";
        }
        int column = table.find(Role.FREE_TEXT).orElseThrow().column();
        var more = new StringBuilder();
        for (int next = row + 1;
                next <= table.lastRow() && classifier.classify(next) == RowUse.CONTINUATION;
                next++) {
            more.append(' ').append(grid.text(next, column).strip());
        }
        return more.toString();
    }
}
