package org.kakehashi.strategy.web;

import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Indicator;

/// A figure beside the same of a year before.
public record FigureRow(Figure now, Figure before) {
    public Indicator indicator() {
        return now.indicator();
    }

    public @Nullable String value() {
        return FigureText.number(indicator(), now.value());
    }

    public @Nullable String valueBefore() {
        return FigureText.number(indicator(), before.value());
    }

    public @Nullable String change() {
        return FigureText.change(indicator(), now.above(before));
    }
}
