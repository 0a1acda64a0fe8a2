package org.kakehashi.strategy;

import static org.kakehashi.ui.Text.t;

import java.util.UUID;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// What the values of a dimension are called.
@Component
public class Names {
    private final Units units;
    private final Kinds kinds;

    Names(Units units, Kinds kinds) {
        this.units = units;
        this.kinds = kinds;
    }

    public String of(Dimension dimension, String value) {
        if (value.equals(Dimension.UNKNOWN)) {
            return t("strategy.unknown." + dimension.parameter());
        }
        return switch (dimension) {
            case COUNTRY -> new Country(value).name(Text.locale());
            case UNIT ->
                    units.find(UUID.fromString(value)).map(unit -> t(unit.name())).orElse(value);
            case KIND -> t(kinds.name(value));
            case STARTED, ENDED -> new FiscalYear(Integer.parseInt(value)).label(Text.locale());
            case REGION -> t("strategy.region." + value);
            case LEVEL -> t("strategy.level." + value);
            case STATUS, PARTNER, RECOGNISED, END_KNOWN, RENEWAL, PENDING, VISIBILITY -> value;
        };
    }

    /// Is it a university as a whole, beside which its units would look small?
    public boolean whole(Dimension dimension, String value) {
        return dimension == Dimension.UNIT
                && !value.equals(Dimension.UNKNOWN)
                && units.find(UUID.fromString(value))
                        .filter(unit -> unit.parent() == null)
                        .isPresent();
    }

    /// The heading of the dimension: 国・地域, 部局 …
    public static String heading(Dimension dimension) {
        return t("strategy.by." + dimension.parameter());
    }
}
