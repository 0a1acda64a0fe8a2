package org.kakehashi.strategy;

import static org.kakehashi.ui.Text.t;

import java.util.UUID;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// What the values of a measure's dimension are called.
@Component
public class PartNames {
    private final Units units;

    PartNames(Units units) {
        this.units = units;
    }

    public String of(Measure measure, MeasureDimension dimension, String value) {
        if (value.equals(Measure.UNKNOWN)) {
            return t("ui.unknown");
        }
        try {
            return named(measure, dimension, value);
        } catch (IllegalArgumentException e) { // an address somebody typed
            return value;
        }
    }

    private String named(Measure measure, MeasureDimension dimension, String value) {
        return switch (dimension.what()) {
            case COUNTRY -> new Country(value).name(Text.locale());
            case REGION -> t("strategy.region." + value);
            case UNIT ->
                    units.find(UUID.fromString(value)).map(unit -> t(unit.name())).orElse(value);
            case YEAR -> new FiscalYear(Integer.parseInt(value)).label(Text.locale());
            case PARTNER -> value;
            case CODE -> measure.valueName(dimension.name(), value, Text.locale());
        };
    }
}
