package org.kakehashi.kernel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/// Sums of a measure kept by combinations of some of its dimensions, changed in the transaction
/// that changes the records. Rows may be changes (also below zero) that add up to the sums.
///
/// @param readable which rows, and of them what the person acting may count
/// @param records how many records
/// @param sum what the numbers of those add up to whose number is known
/// @param unknown how many records lack the number
public record MeasureTotals(
        Table<?> cells,
        Condition readable,
        Function<MeasurePeriod, Condition> during,
        List<MeasureDimension> dimensions,
        Field<Long> records,
        Field<BigDecimal> sum,
        Field<Long> unknown) {
    public Optional<MeasureDimension> dimension(String name) {
        return dimensions.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
