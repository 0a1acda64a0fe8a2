package org.kakehashi.intake.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/// Numbers and dates as spreadsheets store them.
final class SpreadsheetNumbers {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
    private static final int SIGNIFICANT = 15;

    private SpreadsheetNumbers() {}

    /// 12.0 → 12, 0.1+0.2 → 0.3: what the person typed, not what the machine stores.
    static String plain(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "";
        }
        var rounded =
                new BigDecimal(number).round(new MathContext(SIGNIFICANT)).stripTrailingZeros();
        return rounded.toPlainString();
    }

    /// A date, only as precise as its format shows it.
    static Cell date(
            double serial, boolean dates1904, String format, DataFormatter formatter, int id) {
        var shown = formatter.formatRawCellContents(serial, id, format, dates1904);
        var time = DateUtil.getLocalDateTime(serial, dates1904);
        var letters = QUOTED.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        if (time == null || serial < 1) {
            return Cell.number(plain(serial), shown);
        }
        var iso = time.toLocalDate().toString();
        if (letters.indexOf('d') >= 0 || letters.indexOf('y') < 0 && letters.indexOf('e') < 0) {
            return Cell.date(iso, shown);
        }
        return Cell.date(iso.substring(0, letters.indexOf('m') >= 0 ? 7 : 4), shown);
    }
}
