package org.kakehashi.ui.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.springframework.http.ContentDisposition;

/// An export as an answer to a browser. It is written to a temporary file first: a failure half-way
/// is then an error page and not a broken file, and the name can tell how many characters CP932 had
/// no room for.
public final class ExportFile {
    private ExportFile() {}

    public static <R> void send(
            TableExport<R> table, ExportFormat format, HttpServletResponse response)
            throws IOException {
        Path file = Files.createTempFile("kakehashi-export", "." + format.extension());
        try {
            long replaced = write(table, format, file);
            response.setContentType(format.mediaType());
            response.setContentLengthLong(Files.size(file));
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Disposition", disposition(name(table, format, replaced)));
            if (format == ExportFormat.CSV_CP932) {
                response.setHeader("X-Replaced-Characters", Long.toString(replaced));
            }
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static <R> long write(TableExport<R> table, ExportFormat format, Path file)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                var rows = table.rows()) {
            return switch (format) {
                case XLSX -> {
                    XlsxWriter.write(table, out);
                    yield 0;
                }
                case CSV -> CsvWriter.utf8(table, out).replaced();
                case CSV_CP932 -> CsvWriter.cp932(table, out).replaced();
            };
        }
    }

    /// Name, date, whether it is demonstration data, how many characters were replaced.
    static <R> String name(TableExport<R> table, ExportFormat format, long replaced) {
        StringBuilder name =
                new StringBuilder(table.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"));
        name.append('_').append(LocalDate.ofInstant(table.note().made(), Dates.zone()));
        if (table.note().demonstration()) {
            name.append('_').append(Messages.text(table.locale(), "ui.export.name.demonstration"));
        }
        if (replaced > 0) {
            name.append('_')
                    .append(
                            Messages.text(
                                    table.locale(),
                                    "ui.export.name.replaced",
                                    Map.of("n", Long.toString(replaced))));
        }
        return name.append('.').append(format.extension()).toString();
    }

    private static String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
