package org.kakehashi.agreement.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.Ending.Reason;
import org.kakehashi.agreement.Term;
import org.kakehashi.agreement.Term.Kind;
import org.kakehashi.agreement.Term.Renewal;
import org.kakehashi.agreement.Term.RenewalMode;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.FiscalYear;

/// From when until when the demonstration's agreements are valid. Everything is counted from the
/// day the demonstration is made, so that it does not grow old.
final class DemoTerms {
    /// How an invented agreement runs.
    record Course(Term term, boolean proposed, @Nullable Ending ending, LocalDate begun) {}

    private static final int FIRST_YEAR = 2005;
    private static final Bilingual NOTHING = new Bilingual(null, null);

    private final Dice dice;
    private final LocalDate today;
    private final DemoDates dates;
    private final List<Integer> years;

    DemoTerms(Dice dice, LocalDate today) {
        this.dice = dice;
        this.today = today;
        this.dates = new DemoDates(dice);
        int now = FiscalYear.of(today).year();
        this.years = IntStream.rangeClosed(FIRST_YEAR - 1, now).boxed().toList();
    }

    Course next() {
        if (dice.chance(0.04)) {
            return proposed();
        }
        LocalDate start = start();
        int share = dice.between(0, 99);
        if (share < 42) {
            return automatic(start);
        }
        if (share < 82) {
            return fixed(start);
        }
        if (share < 91) {
            Kind kind = share < 88 ? Kind.ENDLESS : Kind.UNTIL_REPLACED;
            return open(start, kind);
        }
        return open(start, Kind.UNKNOWN);
    }

    /// More every year, fewer while nobody could travel; a tenth is older than the register.
    private LocalDate start() {
        int now = years.getLast();
        int year =
                dice.weighted(
                        years,
                        one ->
                                one < FIRST_YEAR
                                        ? 22
                                        : one == now
                                                ? 28.0 * elapsed()
                                                : one == 2020 || one == 2021
                                                        ? 9
                                                        : 7 + 1.1 * (one - FIRST_YEAR));
        if (year < FIRST_YEAR) {
            year = dice.between(1979, FIRST_YEAR - 1);
        }
        LocalDate first = LocalDate.of(year, 4, 1);
        int days = year == now ? (int) ChronoUnit.DAYS.between(first, today) : 364;
        return first.plusDays(dice.between(0, Math.max(0, days - 1)));
    }

    private double elapsed() {
        return ChronoUnit.DAYS.between(new FiscalYear(years.getLast()).start(), today) / 365.0;
    }

    private Course proposed() {
        DateText start =
                dice.chance(0.6)
                        ? DateText.month(YearMonth.from(today.plusMonths(dice.between(1, 9))), "")
                        : DateText.NONE;
        Term term = new Term(Kind.UNKNOWN, start, DateText.NONE, null, Renewal.UNKNOWN);
        return new Course(term, true, null, today);
    }

    private Course automatic(LocalDate start) {
        int years = dice.chance(0.85) ? 5 : 3;
        LocalDate end = lastDay(start, years);
        while (end.isBefore(today)) {
            end = end.plusYears(years);
        }
        Renewal renewal = new Renewal(RenewalMode.AUTOMATIC, years, 6, false);
        Term term = new Term(Kind.FIXED, dates.start(start), dates.end(end), start, renewal);
        boolean stopped = dice.chance(0.08) && start.plusYears(years).isBefore(today);
        return new Course(term, false, stopped ? ended(start.plusYears(years)) : null, start);
    }

    /// Renewed again and again, or forgotten, or ended.
    private Course fixed(LocalDate start) {
        int years = dice.weighted(List.of(3, 5, 10), each -> each == 5 ? 8 : 1);
        LocalDate end = lastDay(start, years);
        boolean lost = false;
        while (end.isBefore(today) && !lost) {
            lost = !dice.chance(end.plusYears(years).isBefore(today) ? 0.93 : 0.6);
            end = lost ? end : end.plusYears(years);
        }
        RenewalMode mode = dice.chance(0.6) ? RenewalMode.BY_EVALUATION : RenewalMode.NEW_SIGNATURE;
        boolean soon = end.isBefore(today.plusYears(1)) && end.isAfter(today.minusYears(1));
        Renewal renewal = new Renewal(mode, years, 6, soon && dice.chance(0.35));
        Term term = new Term(Kind.FIXED, dates.start(start), dates.end(end), start, renewal);
        boolean closed = lost && end.isBefore(today.minusMonths(3)) && dice.chance(0.6);
        return new Course(term, false, closed ? notRenewed(end) : null, start);
    }

    private Course open(LocalDate start, Kind kind) {
        RenewalMode mode = kind == Kind.UNKNOWN ? RenewalMode.UNKNOWN : RenewalMode.NONE;
        boolean noStart = kind == Kind.UNKNOWN && dice.chance(0.25);
        DateText written = noStart ? DateText.unknown("不詳") : dates.start(start);
        Renewal renewal = new Renewal(mode, null, null, false);
        Term term = new Term(kind, written, DateText.NONE, start, renewal);
        boolean stopped = dice.chance(0.12) && start.isBefore(today.minusYears(6));
        return new Course(term, false, stopped ? ended(start.plusYears(5)) : null, start);
    }

    private Ending notRenewed(LocalDate end) {
        return new Ending(DateText.day(end, ""), Reason.NOT_RENEWED, NOTHING);
    }

    /// Ended by somebody between the given day and today; now and then to end within the year.
    private Ending ended(LocalDate from) {
        int days = (int) ChronoUnit.DAYS.between(from, today);
        LocalDate on =
                dice.chance(0.2)
                        ? today.plusDays(dice.between(20, 300))
                        : from.plusDays(dice.between(0, Math.max(1, days)));
        Reason reason =
                dice.one(
                        List.of(
                                Reason.BY_CONSENT,
                                Reason.CANCELLED_BY_PARTNER,
                                Reason.CANCELLED_BY_US,
                                Reason.REPLACED));
        Bilingual note =
                dice.chance(0.5)
                        ? new Bilingual("交流実績が少ないため(見本)。", "Because of little exchange (invented).")
                        : NOTHING;
        return new Ending(DateText.day(on, ""), reason, note);
    }

    private static LocalDate lastDay(LocalDate start, int years) {
        return start.plusYears(years).minusDays(1);
    }
}
