package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.Breakdown;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Names;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.FigureTile;

/// Figures in the reader's words: numbers, units, days and changes.
public final class FigureText {
    private static final DateTimeFormatter DAY_OF_YEAR_JA =
            DateTimeFormatter.ofPattern("M月d日", Locale.JAPANESE);
    private static final DateTimeFormatter DAY_OF_YEAR_EN =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private FigureText() {}

    public static @Nullable String number(Indicator indicator, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        NumberFormat format = NumberFormat.getInstance(Text.locale());
        format.setMinimumFractionDigits(indicator.decimals());
        format.setMaximumFractionDigits(indicator.decimals());
        return format.format(value);
    }

    /// A value of a breakdown: a share with the indicator's decimals, or a number of records.
    public static @Nullable String part(Breakdown breakdown, @Nullable BigDecimal value) {
        if (value == null || breakdown.shares()) {
            return number(breakdown.indicator(), value);
        }
        return NumberFormat.getIntegerInstance(Text.locale()).format(value);
    }

    static String partTitle(Breakdown breakdown) {
        String heading = Names.heading(breakdown.dimension());
        return t(
                breakdown.ofFigure() ? "strategy.breakdown" : "strategy.breakdown.records",
                "name",
                t(breakdown.indicator().name()),
                "by",
                Text.japanese() ? heading : heading.toLowerCase(Locale.ENGLISH));
    }

    static String partUnit(Breakdown breakdown) {
        return t("strategy.unit." + (breakdown.shares() ? "percent" : "agreements"));
    }

    /// 10月1日, 1 October.
    public static String dayOfYear(MonthDay day) {
        return (Text.japanese() ? DAY_OF_YEAR_JA : DAY_OF_YEAR_EN).format(day);
    }

    /// The name for readers of the other language, in their language.
    public static @Nullable String otherName(Indicator indicator) {
        return Text.japanese() ? indicator.name().en() : indicator.name().ja();
    }

    public static String otherLanguage() {
        return Text.japanese() ? "en" : "ja";
    }

    public static String unit(Indicator indicator) {
        return t("strategy.unit." + indicator.unit());
    }

    /// With its sign: +3, ±0, −12.
    public static @Nullable String change(Indicator indicator, @Nullable BigDecimal change) {
        if (change == null) {
            return null;
        }
        String number = number(indicator, change.abs());
        return switch (change.signum()) {
            case 0 -> "±" + number;
            case 1 -> "+" + number;
            default -> "−" + number;
        };
    }

    /// The day of a stock, the fiscal year of a flow.
    public static String when(Indicator indicator, LocalDate day) {
        return indicator.flow()
                ? FiscalYear.of(day).label(Text.locale())
                : t("strategy.asOf", "day", Dates.day(day));
    }

    /// What stands below the value: the change against a year before, and what is unknown.
    static String note(Figure now, Figure before) {
        String change = change(now.indicator(), now.above(before));
        String compared =
                change == null
                        ? t("strategy.change.unknown")
                        : t(
                                now.indicator().flow()
                                        ? "strategy.change.year"
                                        : "strategy.change.day",
                                "change",
                                change + changeUnit(now.indicator()));
        Long doubtful = now.doubtful();
        return doubtful == null || doubtful == 0
                ? compared
                : compared + t("strategy.separator") + t("strategy.doubtful.short", "n", doubtful);
    }

    /// A share changes by points, not by per cent.
    static String changeUnit(Indicator indicator) {
        return switch (indicator.unit()) {
            case "percent" -> t("strategy.unit.points.of");
            case "index" -> "";
            default -> Text.japanese() ? unit(indicator) : "";
        };
    }

    static FigureTile tile(Figure now, Figure before, DayChoice choice) {
        Indicator indicator = now.indicator();
        return new FigureTile(
                t(indicator.name()),
                number(indicator, now.value()),
                unit(indicator),
                when(indicator, now.date()),
                now.recordsHref(),
                choice.at("/strategy/indicators/" + indicator.code()),
                note(now, before),
                null);
    }
}
