package org.kakehashi.strategy.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.RecordedValue;
import org.kakehashi.ui.Messages;

/// The workbook in which values are collected: everything is locked but value and evidence. The
/// first row is for people, in both languages, the second for the program.
final class ValueSheet {
    static final String TEMPLATE = "kakehashi-values-1";
    static final String HIDDEN = "kakehashi";
    static final int FIRST_ROW = 2;

    /// The columns, by the words of the second row.
    enum Column {
        INDICATOR(10),
        NAME_JA(38),
        NAME_EN(38),
        UNIT_OF_MEASURE(16),
        YEAR(8),
        UNIT(10),
        UNIT_NAME(24),
        VALUE(14),
        EVIDENCE(50),
        VERSION(4);

        private final int width;

        Column(int width) {
            this.width = width;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A row: the indicator, the unit (null for the whole), and what is recorded so far.
    record Line(Indicator indicator, @Nullable Unit unit, @Nullable RecordedValue value) {}

    private ValueSheet() {}

    static void write(int year, List<Line> lines, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("values");
            heads(book, sheet);
            CellStyle open = book.createCellStyle();
            open.setLocked(false);
            open.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
            open.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            int at = FIRST_ROW;
            for (Line line : lines) {
                fill(sheet.createRow(at++), line, year, open);
            }
            for (Column column : Column.values()) {
                sheet.setColumnWidth(column.ordinal(), column.width * 256);
            }
            sheet.setColumnHidden(Column.VERSION.ordinal(), true);
            sheet.createFreezePane(1, FIRST_ROW);
            sheet.enableLocking();
            XSSFSheet hidden = book.createSheet(HIDDEN);
            hidden.createRow(0).createCell(0).setCellValue(TEMPLATE);
            hidden.enableLocking();
            book.setSheetHidden(1, true);
            book.write(out);
        }
    }

    private static void heads(XSSFWorkbook book, XSSFSheet sheet) {
        Font bold = book.createFont();
        bold.setBold(true);
        CellStyle head = book.createCellStyle();
        head.setFont(bold);
        head.setWrapText(true);
        Row people = sheet.createRow(0);
        Row program = sheet.createRow(1);
        program.setZeroHeight(true);
        for (Column column : Column.values()) {
            Cell cell = people.createCell(column.ordinal());
            String key = "strategy.sheet." + column.key();
            cell.setCellValue(
                    Messages.text(Locale.JAPANESE, key, Map.of())
                            + "\n"
                            + Messages.text(Locale.ENGLISH, key, Map.of()));
            cell.setCellStyle(head);
            program.createCell(column.ordinal()).setCellValue(column.key());
        }
    }

    private static void fill(Row row, Line line, int year, CellStyle open) {
        Indicator indicator = line.indicator();
        set(row, Column.INDICATOR, indicator.code());
        set(row, Column.NAME_JA, indicator.name().ja());
        set(row, Column.NAME_EN, indicator.name().en());
        String unit = "strategy.unit." + indicator.unit();
        set(
                row,
                Column.UNIT_OF_MEASURE,
                Messages.text(Locale.JAPANESE, unit) + " / " + Messages.text(Locale.ENGLISH, unit));
        row.createCell(Column.YEAR.ordinal()).setCellValue(year);
        set(row, Column.UNIT, line.unit() == null ? null : line.unit().code());
        set(
                row,
                Column.UNIT_NAME,
                line.unit() == null
                        ? Messages.text(Locale.JAPANESE, "strategy.record.whole")
                                + " / "
                                + Messages.text(Locale.ENGLISH, "strategy.record.whole")
                        : line.unit().name().ja() + " / " + line.unit().name().en());
        Cell value = row.createCell(Column.VALUE.ordinal());
        Cell evidence = row.createCell(Column.EVIDENCE.ordinal());
        value.setCellStyle(open);
        evidence.setCellStyle(open);
        RecordedValue recorded = line.value();
        if (recorded != null) {
            value.setCellValue(recorded.value().doubleValue());
            evidence.setCellValue(recorded.evidence());
            row.createCell(Column.VERSION.ordinal()).setCellValue(recorded.version());
        }
    }

    private static void set(Row row, Column column, @Nullable String text) {
        if (text != null) {
            row.createCell(column.ordinal()).setCellValue(text);
        }
    }
}
