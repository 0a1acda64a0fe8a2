package org.kakehashi.strategy;

import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// An indicator of this installation, as a planner made it.
///
/// @param expression null where its values will be recorded
public record IndicatorDraft(
        Bilingual name,
        Bilingual definition,
        String unit,
        int decimals,
        Indicator.Period period,
        @Nullable MonthDay referenceDay,
        Indicator.Direction direction,
        String level,
        String source,
        @Nullable String expression,
        List<String> actions) {
    public IndicatorDraft {
        actions = List.copyOf(actions);
    }
}
