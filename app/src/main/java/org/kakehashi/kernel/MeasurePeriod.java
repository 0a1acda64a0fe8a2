package org.kakehashi.kernel;

import java.time.LocalDate;

/// When a measure is asked for. What stands is asked for on the last day; what happens, from the
/// first day to the last.
public record MeasurePeriod(LocalDate from, LocalDate to) {
    public MeasurePeriod {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    public static MeasurePeriod on(LocalDate day) {
        return new MeasurePeriod(day, day);
    }

    public static MeasurePeriod of(FiscalYear year) {
        return new MeasurePeriod(year.start(), year.end());
    }
}
