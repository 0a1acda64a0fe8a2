package org.kakehashi.strategy.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.ui.view.Choice;

/// Where the workbook of values goes out and comes back.
///
/// @param indicators how many indicators it asks for
public record CollectPage(
        int year,
        List<Choice> units,
        long indicators,
        List<ValueSheetReader.Wrong> wrong,
        @Nullable Done done) {
    /// @param same rows that held what was recorded already
    public record Done(int recorded, int same) {}
}
