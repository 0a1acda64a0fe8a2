package org.kakehashi.strategy.web;

import java.util.List;
import org.kakehashi.strategy.Frozen;
import org.kakehashi.strategy.FrozenFigure;

/// One frozen figure: what it was made of, and why it differs from the figure now.
public record FrozenShow(
        FrozenFigure figure,
        FrozenPage.Row row,
        boolean intact,
        Frozen.Difference difference,
        List<Line> lines) {
    /// A record that makes a difference.
    ///
    /// @param kind message key of what happened to it
    public record Line(String kind, String title, String before, String now) {}
}
