package org.kakehashi.report.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.report.Pivot;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;

/// An indicator told apart, as table, chart or map.
///
/// @param pivot null where the indicator cannot be told apart
/// @param chart none where it is shown as a table
/// @param records of the rows, in their order
public record PivotPage(
        Indicator indicator,
        LocalDate day,
        String when,
        String unit,
        Query query,
        List<Choice> down,
        List<Choice> across,
        List<Tab> views,
        @Nullable Pivot pivot,
        @Nullable Chart chart,
        List<String> records) {
    /// A cell of two dimensions as text; null where nothing is known.
    public @Nullable String cell(Pivot.Head row, Pivot.Head column) {
        return pivot == null ? null : Words.number(this, pivot.value(row, column));
    }

    /// The value of a row of one dimension.
    public @Nullable String cell(Pivot.Head row) {
        return pivot == null ? null : Words.number(this, pivot.value(row));
    }

    private static final class Words {
        static @Nullable String number(PivotPage page, java.math.@Nullable BigDecimal value) {
            return new FigureWords(org.kakehashi.ui.Text.locale())
                    .number(page.indicator(), page.day(), value);
        }
    }
}
