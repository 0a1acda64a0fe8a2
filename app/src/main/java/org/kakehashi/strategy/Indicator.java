package org.kakehashi.strategy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.FiscalYear;

/// What is measured (指標): its definition in both languages and how it is computed. An indicator
/// without a formula waits for the facts that would measure it.
///
/// @param unit key of the unit, `strategy.unit.…`
/// @param referenceDay the day of the year at which a stock is officially counted
/// @param source key of where the data comes from, `strategy.source.…`
/// @param formula of a figure of agreements that is counted together with others; null otherwise
/// @param editions earliest first; the last is how the indicator is defined now
/// @param own made in this installation
/// @param actions codes of the actions it serves
public record Indicator(
        String code,
        Bilingual name,
        Bilingual definition,
        String unit,
        int decimals,
        Period period,
        @Nullable MonthDay referenceDay,
        Direction direction,
        String level,
        String source,
        @Nullable Formula formula,
        List<Edition> editions,
        boolean own,
        List<String> actions) {
    public Indicator {
        editions = List.copyOf(editions);
        actions = List.copyOf(actions);
    }

    /// The definition of the year in which the day is.
    public Edition edition(LocalDate day) {
        int year = year(day);
        return editions.stream()
                .filter(one -> one.fromYear() <= year)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /// The year a value belongs to: the fiscal year of the day, or its calendar year.
    public int year(LocalDate day) {
        return period == Period.CALENDAR_YEAR ? day.getYear() : FiscalYear.of(day).year();
    }

    /// Is it computed by a formula over measures?
    public boolean computed() {
        return formula == null && editions.getLast().expression() != null;
    }

    /// Are its values recorded by people?
    public boolean recorded() {
        return formula == null && editions.getLast().expression() == null;
    }

    /// A stock counts on a day, a flow over a fiscal year (April to March) or a calendar year.
    public enum Period {
        STOCK,
        FLOW,
        CALENDAR_YEAR
    }

    /// Which way is better.
    public enum Direction {
        UP,
        DOWN,
        NEITHER
    }

    public boolean measured() {
        return formula != null;
    }

    public boolean flow() {
        return period == Period.FLOW;
    }
}
