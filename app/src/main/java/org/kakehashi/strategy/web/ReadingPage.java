package org.kakehashi.strategy.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.Reading;
import org.kakehashi.strategy.formula.Outcome;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;

/// An indicator computed by a formula, on a day: value, years, parts, formula, editions.
public record ReadingPage(
        Indicator indicator,
        List<Plan.Action> actions,
        DayChoice choice,
        List<Reading> series,
        Chart years,
        List<Source> sources,
        @Nullable Parts parts,
        boolean mayEdit) {
    /// A question of the formula, with its answer and the list of its records.
    public record Source(
            String measure, String question, long records, long unknown, String href) {}

    /// The value told apart by a dimension.
    public record Parts(
            String dimension, String heading, List<Tab> tabs, List<Part> all, Chart chart) {}

    public record Part(
            String name, @Nullable BigDecimal value, String text, boolean known, String href) {}

    public Reading now() {
        return series.getLast();
    }

    public Reading before() {
        return series.get(series.size() - 2);
    }

    public @Nullable String value(Reading reading) {
        return ReadingText.number(reading);
    }

    public String missing(Outcome outcome) {
        return ReadingText.missing(outcome);
    }

    /// Did the definition change in this year?
    public @Nullable String changed(int index) {
        return index > 0 && !series.get(index).edition().equals(series.get(index - 1).edition())
                ? series.get(index).edition().reason()
                : null;
    }

    public boolean broke(int index) {
        return index > 0
                && series.get(index).edition().breaks()
                && !series.get(index).edition().equals(series.get(index - 1).edition());
    }

    public Query seriesFile() {
        return choice.query().without("by");
    }
}
