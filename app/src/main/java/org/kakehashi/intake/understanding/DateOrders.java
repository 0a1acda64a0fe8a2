package org.kakehashi.intake.understanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DayMonthOrder;

/// Which of two small numbers is the day: what the dates of a table prove together.
final class DateOrders {

    private static final int ROWS = 5_000;
    private static final int FEWEST = 2;

    private DateOrders() {}

    static DayMonthOrder of(Grid grid, List<Column> columns, List<Integer> rows) {
        var texts = new ArrayList<String>();
        for (var column : columns) {
            for (int row : column.role().isDate() ? rows : List.<Integer>of()) {
                texts.add(grid.text(row, column.column()));
            }
        }
        var proved = DayMonthOrder.settledBy(texts);
        return proved == DayMonthOrder.UNKNOWN ? byWholeYears(grid, columns, rows) : proved;
    }

    /// Agreements run for whole years: from 03/04/2012 to 02/04/2017 only if the day comes first.
    private static DayMonthOrder byWholeYears(Grid grid, List<Column> columns, List<Integer> rows) {
        var start = columns.stream().filter(column -> column.role() == Role.START).findFirst();
        var end = columns.stream().filter(column -> column.role() == Role.END).findFirst();
        if (start.isEmpty() || end.isEmpty()) {
            return DayMonthOrder.UNKNOWN;
        }
        int dayFirst = 0;
        int monthFirst = 0;
        for (int row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            var from = grid.text(row, start.get().column());
            var to = grid.text(row, end.get().column());
            boolean day = isWholeYears(from, to, DayMonthOrder.DAY_FIRST);
            boolean month = isWholeYears(from, to, DayMonthOrder.MONTH_FIRST);
            dayFirst += day && !month ? 1 : 0;
            monthFirst += month && !day ? 1 : 0;
        }
        if (dayFirst >= FEWEST && dayFirst > 4 * monthFirst) {
            return DayMonthOrder.DAY_FIRST;
        }
        return monthFirst >= FEWEST && monthFirst > 4 * dayFirst
                ? DayMonthOrder.MONTH_FIRST
                : DayMonthOrder.UNKNOWN;
    }

    private static boolean isWholeYears(String from, String to, DayMonthOrder order) {
        var start = DateReader.read(from, order).first().date();
        var end = DateReader.read(to, order).first().date();
        if (start == null || end == null || !end.isAfter(start)) {
            return false;
        }
        return isAnniversary(start, end) || isAnniversary(start, end.plusDays(1));
    }

    private static boolean isAnniversary(LocalDate start, LocalDate day) {
        return start.plusYears(day.getYear() - start.getYear()).equals(day);
    }
}
