package org.kakehashi.report.web;

import static org.kakehashi.ui.Text.t;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.report.Board;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.TargetPath;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.view.Tone;

/// Figures in the words of a language: numbers, units, days, changes and the state of targets.
final class FigureWords {
    private final Locale locale;

    FigureWords(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    @Nullable String number(Indicator indicator, LocalDate day, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        int decimals = indicator.edition(day).decimals();
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String unit(Indicator indicator, LocalDate day) {
        return text("strategy.unit." + indicator.edition(day).unit());
    }

    String text(String key) {
        return Messages.text(locale, key);
    }

    /// The day of a stock, the year of a flow.
    String when(Indicator indicator, LocalDate day) {
        return switch (indicator.period()) {
            case STOCK -> t("strategy.asOf", "day", Dates.day(day));
            case FLOW -> new FiscalYear(FiscalYear.of(day).year()).label(locale);
            case CALENDAR_YEAR ->
                    t("strategy.calendarYear", "year", Integer.toString(day.getYear()));
        };
    }

    /// The year as it stands below a chart.
    String year(Indicator indicator, LocalDate day) {
        return switch (indicator.period()) {
            case FLOW -> FiscalYear.of(day).label(locale);
            case STOCK, CALENDAR_YEAR -> Integer.toString(day.getYear());
        };
    }

    /// The change against a year before, with its sign and in words.
    String change(Board.Entry entry) {
        BigDecimal change = entry.change();
        if (change == null) {
            return t("report.change.unknown");
        }
        Indicator indicator = entry.indicator();
        String number = String.valueOf(number(indicator, entry.now().day(), change.abs()));
        String unit =
                indicator.edition(entry.now().day()).unit().equals("percent")
                        ? t("report.change.points")
                        : "";
        return switch (change.signum()) {
            case 0 -> t("report.change.same");
            case 1 -> t("report.change.up", "n", number + unit);
            default -> t("report.change.down", "n", number + unit);
        };
    }

    static Tone tone(TargetPath.Status status) {
        return switch (status) {
            case ACHIEVED, ON_TRACK -> Tone.GOOD;
            case AT_RISK -> Tone.ATTENTION;
            case OFF_TRACK -> Tone.BAD;
            case NO_DATA -> Tone.UNKNOWN;
        };
    }
}
