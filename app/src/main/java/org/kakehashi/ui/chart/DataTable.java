package org.kakehashi.ui.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of a chart. A cell is null where the figure is unknown.
public record DataTable(List<String> headers, List<Row> rows) {
    /// One row: its name, where its records are, its figures.
    public record Row(String label, @Nullable String href, List<@Nullable Number> values) {
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    public DataTable {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }
}
