package org.kakehashi.intake.reading;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;

/// Turns what a cell of a workbook stores (type, style, value) into a [Cell].
final class XlsxValues {

    private record Format(int id, String text, boolean date) {}

    private final SharedStrings strings;
    private final StylesTable styles;
    private final boolean dates1904;
    private final DataFormatter formatter = new DataFormatter();
    private final Map<Integer, Format> formats = new HashMap<>();

    XlsxValues(SharedStrings strings, StylesTable styles, boolean dates1904) {
        this.strings = strings;
        this.styles = styles;
        this.dates1904 = dates1904;
    }

    Cell cell(String type, int style, String value) {
        if (value.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> Cell.text(shared(value));
            case "str", "inlineStr" -> Cell.text(value);
            case "b" -> Cell.text(value.equals("1") ? "TRUE" : "FALSE");
            case "e" -> new Cell(Cell.Kind.ERROR, value, value);
            case "d" -> Cell.date(value.length() > 10 ? value.substring(0, 10) : value, value);
            default -> number(style, value);
        };
    }

    private String shared(String index) {
        int at = Integer.parseInt(index.strip());
        return at < 0 || at >= strings.getUniqueCount() ? "" : strings.getItemAt(at).getString();
    }

    private Cell number(int style, String value) {
        double number = Double.parseDouble(value);
        var format = formats.computeIfAbsent(style, this::format);
        if (format.date() && DateUtil.isValidExcelDate(number)) {
            return SpreadsheetNumbers.date(
                    number, dates1904, format.text(), formatter, format.id());
        }
        var plain = SpreadsheetNumbers.plain(number);
        return Cell.number(
                plain,
                format.text().equals("General")
                        ? plain
                        : formatter.formatRawCellContents(
                                number, format.id(), format.text(), dates1904));
    }

    private Format format(int style) {
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return new Format(0, "General", false);
        }
        var cellStyle = styles.getStyleAt(style);
        var text = cellStyle.getDataFormatString();
        int id = cellStyle.getDataFormat();
        return text == null
                ? new Format(id, "General", false)
                : new Format(id, text, DateUtil.isADateFormat(id, text));
    }
}
