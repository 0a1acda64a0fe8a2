package org.kakehashi.strategy;

import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// What is measured (指標): its definition in both languages and how it is computed. An indicator
/// without a formula waits for the facts that would measure it.
///
/// @param unit key of the unit, `strategy.unit.…`
/// @param referenceDay the day of the year at which a stock is officially counted
/// @param source key of where the data comes from, `strategy.source.…`
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
        List<String> actions) {
    public Indicator {
        actions = List.copyOf(actions);
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
