package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kakehashi.kernel.TextFolding;

/// What the tables of a sheet mean. Plain data, fit to be stored as JSON: a saved layout is a
/// profile.
public record Layout(List<TableLayout> tables) {

    public Layout {
        tables = List.copyOf(tables);
    }

    /// Equal for sheets with the same headers, wherever they stand; empty when there is no header.
    public String fingerprint() {
        return tables.stream()
                .map(Layout::headers)
                .filter(headers -> !headers.isEmpty())
                .collect(Collectors.joining(" ¶ "));
    }

    private static String headers(TableLayout table) {
        return table.columns().stream()
                .map(column -> TextFolding.key(column.header()))
                .filter(header -> !header.isEmpty())
                .collect(Collectors.joining("|"));
    }

    /// This layout with the table replaced.
    public Layout with(int index, TableLayout table) {
        var changed = new ArrayList<>(tables);
        changed.set(index, table);
        return new Layout(changed);
    }

    /// Uses this saved layout for another sheet: its roles and settings, the other sheet's rows.
    ///
    /// @param proposed what was proposed for that sheet
    public Layout applyTo(Layout proposed) {
        var applied = new ArrayList<TableLayout>();
        for (var table : proposed.tables()) {
            applied.add(
                    tables.stream()
                            .filter(saved -> headers(saved).equals(headers(table)))
                            .findFirst()
                            .map(saved -> apply(saved, table))
                            .orElse(table));
        }
        return new Layout(applied);
    }

    private static TableLayout apply(TableLayout saved, TableLayout table) {
        var columns = new ArrayList<Column>();
        for (var column : table.columns()) {
            columns.add(
                    saved.columns().stream()
                            .filter(known -> sameHeader(known, column))
                            .findFirst()
                            .map(known -> column.as(known.role()).carried(known.carriedDown()))
                            .orElse(column));
        }
        return table.withColumns(columns).withKind(saved.kind());
    }

    private static boolean sameHeader(Column known, Column column) {
        return TextFolding.key(known.header()).equals(TextFolding.key(column.header()))
                && (!known.header().isEmpty() || known.column() == column.column());
    }
}
