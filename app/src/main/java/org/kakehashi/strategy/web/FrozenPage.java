package org.kakehashi.strategy.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tab;

/// What was reported on a day, and how it differs from what is counted now.
public record FrozenPage(
        List<Tab> days,
        @Nullable String day,
        List<Row> rows,
        List<Choice> indicators,
        FreezeForm form,
        Map<String, String> problems,
        boolean mayFreeze) {
    /// A frozen figure. The value now and the difference are told to those who read everything.
    public record Row(
            String id,
            String code,
            String name,
            @Nullable String value,
            String missing,
            String unit,
            boolean revision,
            String reason,
            String by,
            String at,
            @Nullable String now,
            boolean differs) {}
}
