package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;

/// The day figures are asked for, as the address has it (`date=2026-10-01`), and the days people
/// usually ask for.
public record DayChoice(LocalDate day, LocalDate today, Query query) {
    static final String DATE = "date";

    private static final int YEARS_AHEAD = 5;
    private static final int YEARS_BACK = 80;

    /// The day the address asks for; today where it asks for none, or one out of reach.
    static DayChoice of(@Nullable String asked, LocalDate today, Query query) {
        LocalDate day = today;
        if (asked != null && !asked.isBlank()) {
            try {
                LocalDate given = LocalDate.parse(asked.strip());
                boolean reasonable =
                        !given.isAfter(today.plusYears(YEARS_AHEAD))
                                && !given.isBefore(today.minusYears(YEARS_BACK));
                day = reasonable ? given : today;
            } catch (DateTimeParseException e) {
                day = today;
            }
        }
        return new DayChoice(day, today, query.without("format"));
    }

    public FiscalYear year() {
        return FiscalYear.of(day);
    }

    public boolean future() {
        return day.isAfter(today);
    }

    public String dayText() {
        return Dates.day(day);
    }

    public String yearText() {
        return year().label(Text.locale());
    }

    /// Today, and the last and next of the usual days.
    public List<Tab> usual() {
        List<Tab> all = new ArrayList<>();
        all.add(new Tab(t("strategy.date.today"), href(today), day.equals(today)));
        FiscalYear now = FiscalYear.of(today);
        List.of(
                        now.end(),
                        now.start().withMonth(10),
                        now.plus(-1).end(),
                        now.plus(-1).start().withMonth(10))
                .stream()
                .filter(one -> !one.isAfter(now.end()))
                .forEach(one -> all.add(new Tab(Dates.day(one), href(one), day.equals(one))));
        return all;
    }

    /// The last days of the fiscal years up to the one of the day; in that year the day itself.
    List<LocalDate> yearsBack(int years) {
        return IntStream.rangeClosed(1 - years, 0)
                .mapToObj(back -> back == 0 ? day : year().plus(back).end())
                .toList();
    }

    /// The same day of so many years up to the day.
    List<LocalDate> sameDay(int years) {
        return IntStream.rangeClosed(1 - years, 0).mapToObj(day::plusYears).toList();
    }

    /// The same page on another day.
    String href(LocalDate other) {
        return query.with(DATE, other.equals(today) ? null : other).href();
    }

    /// Another page on the same day.
    public String at(String path) {
        return Query.of(path).with(DATE, day.equals(today) ? null : day).href();
    }
}
