package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;

/// The records of an indicator told apart by a dimension, largest first, the unknown last.
public record Breakdown(
        Indicator indicator, Dimension dimension, LocalDate date, List<Item> items) {
    public Breakdown {
        items = List.copyOf(items);
    }

    /// Are the values shares in percent? If not, they are numbers of records.
    public boolean shares() {
        Formula formula = indicator.formula();
        return formula != null && formula.kind() == Formula.Kind.SHARE;
    }

    /// Is what is told apart the figure itself, and not the records it is made of?
    public boolean ofFigure() {
        Formula formula = indicator.formula();
        return formula != null
                && (formula.kind() == Formula.Kind.SHARE || formula.kind() == Formula.Kind.COUNT);
    }

    /// One country, unit or kind.
    ///
    /// @param key code of the value, [Dimension#UNKNOWN] for the records in which it is unknown
    /// @param value number of records, or the share in percent
    /// @param before the same a year before
    /// @param records those of all parts together
    public record Item(
            String key,
            @Nullable BigDecimal value,
            @Nullable BigDecimal before,
            AgreementFilter records,
            Dimension dimension) {
        /// The list of its records.
        public String recordsHref() {
            return records.with(dimension, key).href();
        }

        public boolean known() {
            return !key.equals(Dimension.UNKNOWN);
        }
    }
}
