package org.kakehashi.ui.view;

import org.jspecify.annotations.Nullable;
import org.kakehashi.ui.chart.Sparkline;

/// One figure: its value as text or null if unknown, unit, date of truth, where its definition and
/// its records are.
public record FigureTile(
        String label,
        @Nullable String value,
        String unit,
        String asOf,
        @Nullable String recordsHref,
        @Nullable String definitionHref,
        @Nullable String note,
        @Nullable Sparkline trend) {
    public FigureTile(
            String label,
            @Nullable String value,
            String unit,
            String asOf,
            @Nullable String recordsHref) {
        this(label, value, unit, asOf, recordsHref, null, null, null);
    }

    public boolean known() {
        return value != null;
    }

    public FigureTile definedAt(String href) {
        return new FigureTile(label, value, unit, asOf, recordsHref, href, note, trend);
    }

    /// A line below the value: the change since last year, or why it is unknown.
    public FigureTile noting(String text) {
        return new FigureTile(label, value, unit, asOf, recordsHref, definitionHref, text, trend);
    }

    public FigureTile withTrend(Sparkline line) {
        return new FigureTile(label, value, unit, asOf, recordsHref, definitionHref, note, line);
    }
}
