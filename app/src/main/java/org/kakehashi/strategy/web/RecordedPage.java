package org.kakehashi.strategy.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.Reading;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.view.Choice;

/// An indicator whose values people record: value, years, evidence, units, history, and the form.
public record RecordedPage(
        Indicator indicator,
        List<Plan.Action> actions,
        DayChoice choice,
        List<Reading> series,
        Chart years,
        List<Line> values,
        List<Line> past,
        RecordForm form,
        List<Choice> units,
        Map<String, String> problems,
        boolean mayEdit,
        boolean mayRecord) {
    /// A value with its evidence, in the reader's words.
    ///
    /// @param until when it was replaced, null while it stands
    public record Line(
            String id,
            int version,
            String year,
            String unit,
            String value,
            String evidence,
            @Nullable String file,
            String by,
            String at,
            @Nullable String until) {}

    public Reading now() {
        return series.getLast();
    }

    public @Nullable String value(Reading reading) {
        return ReadingText.number(reading);
    }
}
