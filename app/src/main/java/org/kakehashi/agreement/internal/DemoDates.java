package org.kakehashi.agreement.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import org.kakehashi.kernel.DateText;

/// Dates as offices write them: in either calendar, sometimes only the month or the year.
final class DemoDates {
    private final Dice dice;

    DemoDates(Dice dice) {
        this.dice = dice;
    }

    DateText start(LocalDate date) {
        boolean old = date.getYear() < 2008;
        int share = dice.between(0, 99);
        if (share < (old ? 25 : 6)) {
            return DateText.year(date.getYear(), era(date) + "年");
        }
        if (share < (old ? 40 : 11)) {
            return DateText.month(
                    YearMonth.from(date), date.getYear() + "." + date.getMonthValue());
        }
        return day(date);
    }

    DateText end(LocalDate date) {
        return dice.chance(0.05)
                ? DateText.month(YearMonth.from(date), date.getYear() + "/" + date.getMonthValue())
                : day(date);
    }

    private DateText day(LocalDate date) {
        String written =
                switch (dice.between(0, 3)) {
                    case 0 ->
                            era(date)
                                    + "年"
                                    + date.getMonthValue()
                                    + "月"
                                    + date.getDayOfMonth()
                                    + "日";
                    case 1 ->
                            date.getYear()
                                    + "."
                                    + date.getMonthValue()
                                    + "."
                                    + date.getDayOfMonth();
                    default -> "";
                };
        return DateText.day(date, written);
    }

    /// The year in the Japanese calendar, without 年.
    private static String era(LocalDate date) {
        if (!date.isBefore(LocalDate.of(2019, 5, 1))) {
            return "令和" + number(date.getYear() - 2018);
        }
        return date.isBefore(LocalDate.of(1989, 1, 8))
                ? "昭和" + number(date.getYear() - 1925)
                : "平成" + number(date.getYear() - 1988);
    }

    private static String number(int year) {
        return year == 1 ? "元" : Integer.toString(year);
    }
}
