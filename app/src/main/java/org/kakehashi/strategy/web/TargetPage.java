package org.kakehashi.strategy.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.TargetPath;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tone;

/// The targets of an indicator: where it stands, the way, the forecast, the units.
///
/// @param standing null while there is no baseline and target
public record TargetPage(
        Indicator indicator,
        DayChoice choice,
        @Nullable Standing standing,
        @Nullable Chart way,
        List<Row> targets,
        List<Standing> units,
        TargetForm form,
        List<Choice> choices,
        Map<String, String> problems,
        boolean maySet) {
    /// Where the whole or a unit stands.
    public record Standing(
            String who,
            TargetPath.Status status,
            @Nullable String value,
            @Nullable String expected,
            String goal,
            String goalYear,
            @Nullable String share,
            @Nullable String forecast) {
        public Tone tone() {
            return TargetPage.tone(status);
        }
    }

    public static Tone tone(TargetPath.Status status) {
        return switch (status) {
            case ACHIEVED, ON_TRACK -> Tone.GOOD;
            case AT_RISK -> Tone.ATTENTION;
            case OFF_TRACK -> Tone.BAD;
            case NO_DATA -> Tone.UNKNOWN;
        };
    }

    /// A target in the reader's words.
    public record Row(
            String id,
            int version,
            String kind,
            String unit,
            String year,
            String value,
            String note) {}
}
