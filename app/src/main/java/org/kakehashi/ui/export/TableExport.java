package org.kakehashi.ui.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
}
