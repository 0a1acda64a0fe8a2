package org.kakehashi.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.understanding.Layout;

/// The head of a sheet beside what a layout makes of it.
///
/// @param rows the first rows as written, with what each is used for (`data`, `header`, …)
/// @param records what was read from them
public record Preview(
        Layout layout, int width, int height, List<Line> rows, List<Read> records, List<Ask> asks) {

    /// A row of the sheet.
    public record Line(int row, String use, List<String> cells) {}

    /// A record read from a row.
    public record Read(int row, ListValues values, Map<String, List<List<Integer>>> used) {}

    /// Equal questions, asked once.
    ///
    /// @param cells how many cells ask it
    /// @param row the first of them
    public record Ask(
            String kind,
            String field,
            String written,
            List<String> choices,
            int cells,
            int row,
            int column,
            @Nullable String answerKey) {}
}
