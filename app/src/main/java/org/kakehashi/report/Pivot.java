package org.kakehashi.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.strategy.Indicator;

/// An indicator told apart by one dimension or two.
///
/// @param across null where it is told apart by one
/// @param values by the codes of row and column (of one dimension: of the row)
public record Pivot(
        Indicator indicator,
        Measure measure,
        MeasureDimension down,
        @Nullable MeasureDimension across,
        List<Head> rows,
        List<Head> columns,
        Map<List<String>, BigDecimal> values) {
    /// A row or column.
    public record Head(String code, String name) {}

    public @Nullable BigDecimal value(Head row) {
        return values.get(List.of(row.code()));
    }

    /// Null where there is no record, or no value for other reasons.
    public @Nullable BigDecimal value(Head row, Head column) {
        return values.get(List.of(row.code(), column.code()));
    }
}
