package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.strategy.Edition;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.PartNames;
import org.kakehashi.strategy.Reading;
import org.kakehashi.strategy.formula.FormulaProblem;
import org.kakehashi.strategy.formula.Outcome;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// Values of formulas in the reader's words.
@Component
public class ReadingText {
    private final PartNames names;

    ReadingText(PartNames names) {
        this.names = names;
    }

    public static @Nullable String number(Edition edition, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        NumberFormat format = NumberFormat.getInstance(Text.locale());
        format.setMinimumFractionDigits(edition.decimals());
        format.setMaximumFractionDigits(edition.decimals());
        return format.format(value);
    }

    public static @Nullable String number(Reading reading) {
        return number(reading.edition(), reading.value());
    }

    public static String unit(Edition edition) {
        return t("strategy.unit." + edition.unit());
    }

    /// Why there is no value; empty where there is one.
    public static String missing(Outcome outcome) {
        return outcome.missing() == null
                ? ""
                : t(
                        "strategy.missing." + outcome.missing().name().toLowerCase(Locale.ROOT),
                        "of",
                        outcome.of());
    }

    public static String problem(FormulaProblem problem) {
        return t(
                "strategy.formula.problem." + problem.kind().name().toLowerCase(Locale.ROOT),
                "what",
                problem.what().isEmpty() ? "–" : problem.what(),
                "at",
                problem.at() + 1);
    }

    /// The day of a stock, the year of a flow.
    public static String when(Reading reading) {
        Indicator indicator = reading.indicator();
        return switch (indicator.period()) {
            case STOCK -> FigureText.when(indicator, reading.day());
            case FLOW -> FiscalYear.of(reading.day()).label(Text.locale());
            case CALENDAR_YEAR ->
                    t("strategy.calendarYear", "year", Integer.toString(reading.day().getYear()));
        };
    }

    /// What a value of a dimension is called.
    String part(Measure measure, MeasureDimension dimension, String value) {
        return names.of(measure, dimension, value);
    }
}
