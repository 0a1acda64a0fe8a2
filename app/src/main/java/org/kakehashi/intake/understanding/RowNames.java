package org.kakehashi.intake.understanding;

import java.util.List;
import java.util.stream.Collectors;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.TextFolding;

/// Reads what names the current row of a table of figures.
final class RowNames {

    private final Grid grid;
    private final TableLayout table;
    private final Values values;

    RowNames(Grid grid, TableLayout table, Values values) {
        this.grid = grid;
        this.table = table;
        this.values = values;
    }

    RowName of(int row, boolean total) {
        var label =
                table.with(Role.LABEL)
                        .flatMap(column -> values.of(column).stream())
                        .map(found -> HeaderTexts.clean(found.cell().text()))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("/"));
        if (total) {
            return new RowName(label, firstText(row), null, List.of("total"), List.of());
        }
        var value = values.find(Role.COUNTRY);
        if (value.isEmpty()) {
            return new RowName(label, "", null, List.of(), List.of());
        }
        var written = TextFolding.tidySpaces(value.get().text());
        return RowName.of(label, written, Countries.recognise(written), value.get().place());
    }

    private String firstText(int row) {
        var filled = grid.filled(row);
        return filled.isEmpty() ? "" : TextFolding.tidySpaces(grid.text(row, filled.getFirst()));
    }
}
