package org.kakehashi.report.web;

import org.jspecify.annotations.Nullable;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.view.FigureTile;
import org.kakehashi.ui.view.Tone;

/// A figure of a dashboard in the reader's words.
///
/// @param chart none where it is a tile alone
/// @param status where it stands against its target, as a word; null without a target
/// @param complete what is known about how complete it is; null where nothing can be said
/// @param missing why there is no value
public record EntryView(
        String id,
        String code,
        String name,
        boolean wide,
        FigureTile tile,
        @Nullable Chart chart,
        boolean table,
        @Nullable String status,
        @Nullable Tone tone,
        @Nullable String goal,
        @Nullable String complete,
        @Nullable String missing,
        @Nullable String recordsHref,
        String definitionHref,
        String historyHref,
        @Nullable String targetsHref) {}
