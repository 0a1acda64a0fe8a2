package org.kakehashi.ui.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;

/// XLSX, streaming: the table with a frozen, bilingual head on the first sheet, what it is on the
/// second.
public final class XlsxWriter {
    private static final int ROWS_OF_A_SHEET = 1_048_575;
    private static final int FLUSH = 500;
    private static final ZoneId OFFICE = Dates.zone();
    private static final DateTimeFormatter MADE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm (z)", Locale.ENGLISH).withZone(OFFICE);

    private XlsxWriter() {}

    /// Answers how many rows were written. Rows beyond what a sheet holds go on the next sheet.
    public static <R> long write(TableExport<R> table, OutputStream out) throws IOException {
        long written = 0;
        try (Workbook book = new Workbook(out, "Kakehashi", "1.0")) {
            Iterator<R> rows = table.rows().iterator();
            int sheets = 0;
            do {
                sheets++;
                Worksheet sheet = book.newWorksheet(sheetName(table.name(), sheets));
                head(sheet, table);
                written += body(sheet, table, rows);
                sheet.finish();
            } while (rows.hasNext());
            about(book, table, written);
        }
        return written;
    }

    private static <R> void head(Worksheet sheet, TableExport<R> table) {
        sheet.freezePane(1, 2);
        for (int c = 0; c < table.columns().size(); c++) {
            ExportColumn<R> column = table.columns().get(c);
            sheet.width(c, column.width());
            header(sheet, 0, c, column.header().in(table.locale()));
            header(sheet, 1, c, column.header().in(other(table.locale())));
        }
    }

    private static void header(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, Neutral.xlsx(text));
        sheet.style(row, column)
                .bold()
                .fillColor(row == 0 ? "17446F" : "E7EFF6")
                .fontColor(row == 0 ? "FFFFFF" : "454A53")
                .wrapText(true)
                .set();
    }

    private static <R> long body(Worksheet sheet, TableExport<R> table, Iterator<R> rows)
            throws IOException {
        int at = 2;
        while (rows.hasNext() && at < ROWS_OF_A_SHEET) {
            R row = rows.next();
            for (int c = 0; c < table.columns().size(); c++) {
                cell(sheet, at, c, table.columns().get(c).value().apply(row), table.locale());
            }
            at++;
            if (at % FLUSH == 0) {
                sheet.flush();
            }
        }
        if (!table.columns().isEmpty()) {
            sheet.setAutoFilter(1, 0, Math.max(1, at - 1), table.columns().size() - 1);
        }
        return at - 2L;
    }

    private static void cell(
            Worksheet sheet, int row, int column, @Nullable Object value, Locale locale) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Boolean bool -> sheet.value(row, column, bool);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant instant -> {
                sheet.value(row, column, LocalDateTime.ofInstant(instant, OFFICE));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            case Bilingual text -> text(sheet, row, column, text.in(locale));
            default -> text(sheet, row, column, value.toString());
        }
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, Neutral.xlsx(text));
        }
    }

    private static <R> void about(Workbook book, TableExport<R> table, long rows)
            throws IOException {
        Locale locale = table.locale();
        ExportNote note = table.note();
        Worksheet sheet = book.newWorksheet(Messages.text(locale, "ui.export.about"));
        sheet.width(0, 22);
        sheet.width(1, 80);
        int at = 0;
        if (note.demonstration()) {
            about(
                    sheet,
                    at++,
                    Messages.text(locale, "ui.export.about.demonstration"),
                    Messages.text(locale, "ui.demonstration"));
        }
        about(sheet, at++, Messages.text(locale, "ui.export.about.what"), note.what());
        about(
                sheet,
                at++,
                Messages.text(locale, "ui.export.about.filter"),
                note.filter() == null
                        ? Messages.text(locale, "ui.export.about.all")
                        : note.filter());
        about(
                sheet,
                at++,
                Messages.text(locale, "ui.export.about.asOf"),
                note.asOf() == null ? Messages.text(locale, "ui.unknown") : note.asOf());
        about(
                sheet,
                at++,
                Messages.text(locale, "ui.export.about.rows"),
                Messages.text(locale, "ui.export.about.rows.n", Map.of("n", rows)));
        about(sheet, at++, Messages.text(locale, "ui.export.about.by"), note.by());
        about(sheet, at, Messages.text(locale, "ui.export.about.made"), MADE.format(note.made()));
        sheet.finish();
    }

    private static void about(Worksheet sheet, int row, String label, String text) {
        sheet.value(row, 0, Neutral.xlsx(label));
        sheet.style(row, 0).bold().set();
        sheet.value(row, 1, Neutral.xlsx(text));
        sheet.style(row, 1).wrapText(true).set();
    }

    private static Locale other(Locale locale) {
        return locale.getLanguage().equals("ja") ? Locale.ENGLISH : Locale.JAPANESE;
    }

    /// Excel allows 31 characters and none of `\/?*[]:` in a sheet's name.
    private static String sheetName(String name, int number) {
        String clean = name.replaceAll("[\\\\/?*\\[\\]:'\\p{Cntrl}]", " ").strip();
        String suffix = number == 1 ? "" : " " + number;
        String base = clean.isEmpty() ? "Sheet" : clean;
        return base.substring(0, Math.min(base.length(), 31 - suffix.length())) + suffix;
    }
}
