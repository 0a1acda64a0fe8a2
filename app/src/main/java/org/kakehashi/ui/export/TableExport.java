package org.kakehashi.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.DataTable;

/// A table on its way out. Rows are read once, in order; nothing keeps them in memory.
public record TableExport<R>(
        String name,
        List<ExportColumn<R>> columns,
        Stream<R> rows,
        ExportNote note,
        Locale locale) {
    public TableExport {
        columns = List.copyOf(columns);
    }

    /// The figures behind a chart or map; unknown ones stay empty.
    public static TableExport<DataTable.Row> of(Chart chart, ExportNote note) {
        List<ExportColumn<DataTable.Row>> columns = new ArrayList<>();
        List<String> headers = chart.table().headers();
        columns.add(column(headers.getFirst(), DataTable.Row::label));
        for (int i = 1; i < headers.size(); i++) {
            int index = i - 1;
            columns.add(column(headers.get(i), row -> row.values().get(index)));
        }
        return new TableExport<>(
                chart.title(),
                columns,
                chart.table().rows().stream(),
                note,
                chart.caption().locale());
    }

    private static ExportColumn<DataTable.Row> column(
            String header, Function<DataTable.Row, @Nullable Object> value) {
        return new ExportColumn<>(header, new Bilingual(header, header), 24, value);
    }
}
