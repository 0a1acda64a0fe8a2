package org.kakehashi.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A date as precisely as it is known, with the text it was written as.
///
/// @param date the day; the first day of the month or year when no more is known; null if unknown
/// @param precision how much of the date is known
/// @param written the text as written, never changed
public record DateText(@Nullable LocalDate date, Precision precision, String written) {

    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        UNKNOWN
    }

    /// Nothing known and nothing written.
    public static final DateText NONE = new DateText(null, Precision.UNKNOWN, "");

    public DateText {
        if ((date == null) != (precision == Precision.UNKNOWN)) {
            throw new IllegalArgumentException("A date and its precision belong together");
        }
    }

    public static DateText day(LocalDate date, String written) {
        return new DateText(date, Precision.DAY, written);
    }

    public static DateText month(YearMonth month, String written) {
        return new DateText(month.atDay(1), Precision.MONTH, written);
    }

    public static DateText year(int year, String written) {
        return new DateText(LocalDate.of(year, 1, 1), Precision.YEAR, written);
    }

    public static DateText unknown(String written) {
        return written.isEmpty() ? NONE : new DateText(null, Precision.UNKNOWN, written);
    }

    public boolean isKnown() {
        return date != null;
    }

    /// The same date, written as the whole text it was found in.
    public DateText writtenAs(String text) {
        return new DateText(date, precision, text);
    }

    /// The last day the text can mean: 2016 → 2016-12-31, 2016-03 → 2016-03-31; null if unknown.
    public @Nullable LocalDate lastDay() {
        return switch (precision) {
            case DAY, UNKNOWN -> date;
            case MONTH -> date == null ? null : date.plusMonths(1).minusDays(1);
            case YEAR -> date == null ? null : date.plusYears(1).minusDays(1);
        };
    }

    /// ISO 8601, shortened to what is known: 2016-03-01, 2016-03, 2016, or empty.
    public String iso() {
        return switch (precision) {
            case DAY -> String.valueOf(date);
            case MONTH -> String.valueOf(date).substring(0, 7);
            case YEAR -> String.valueOf(date).substring(0, 4);
            case UNKNOWN -> "";
        };
    }

    @Override
    public String toString() {
        return isKnown() ? iso() : written;
    }
}
