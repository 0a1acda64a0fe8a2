package org.kakehashi.kernel;

import java.time.LocalDate;
import java.util.Locale;

/// A Japanese fiscal year (年度): 1 April of [#year] to 31 March of the next.
public record FiscalYear(int year) implements Comparable<FiscalYear> {
    public static FiscalYear of(LocalDate date) {
        return new FiscalYear(date.getMonthValue() >= 4 ? date.getYear() : date.getYear() - 1);
    }

    public LocalDate start() {
        return LocalDate.of(year, 4, 1);
    }

    /// The last day, 31 March.
    public LocalDate end() {
        return LocalDate.of(year + 1, 3, 31);
    }

    public FiscalYear plus(int years) {
        return new FiscalYear(year + years);
    }

    /// 2026年度 or FY2026.
    public String label(Locale locale) {
        return locale.getLanguage().equals("ja") ? year + "年度" : "FY" + year;
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }
}
