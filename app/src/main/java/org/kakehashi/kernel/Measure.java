package org.kakehashi.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// What may be counted (測定項目): a fact view with its dimensions, contributed by the room that owns
/// the data as a bean. Formulas of indicators combine measures; a figure and the list of its
/// records are asked through the same conditions, so that they cannot differ.
///
/// The view has one row a record.
public interface Measure {
    /// The value of a dimension that nobody knows.
    String UNKNOWN = "unknown";

    enum Time {
        /// What stands on a day.
        STOCK,
        /// What happens in a fiscal year.
        FLOW
    }

    /// Stable name, `<room>.<what>`: `agreement.agreements`. Its message key is
    /// `<room>.measure.<what>`.
    String name();

    Time time();

    default String nameKey() {
        return name().replaceFirst("\\.", ".measure.");
    }

    /// In what its records are counted: `agreements`, `cases`, `persons`.
    String unit();

    Table<?> facts();

    Field<UUID> record();

    /// The scope predicate: what the person acting may read, and so count.
    Condition readable();

    /// Which records stand on the last day of the period, or happen in it.
    Condition during(MeasurePeriod period);

    List<MeasureDimension> dimensions();

    /// The number a record carries, to be added up or averaged: days, students, yen. Null in a row
    /// where nobody knows it; no field where records are only counted.
    default @Nullable Field<? extends Number> value() {
        return null;
    }

    /// In what the number is given: `days`.
    default String valueUnit() {
        return unit();
    }

    /// What a record is called.
    Field<String> title(Locale reader);

    /// In which order records are listed; where they are many, one the view has an index for.
    default Field<?> order(Locale reader) {
        return title(reader);
    }

    /// Whose page [#href] opens: of the record, or of what it belongs to.
    default Field<UUID> opened() {
        return record();
    }

    /// The page of a record, told by [#opened].
    String href(UUID record);

    /// Message key of what a dimension is called.
    default String dimensionKey(String dimension) {
        return name().substring(0, name().indexOf('.')) + ".dimension." + dimension;
    }

    /// What the value of a [MeasureDimension.What#CODE] is called.
    default String valueName(String dimension, String value, Locale reader) {
        return value;
    }

    default Optional<MeasureDimension> dimension(String name) {
        return dimensions().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// Records of the choice. Where the view has an index of its own, say so here; the default
    /// holds for every dimension.
    default Condition chosen(MeasureChoice choice, MeasurePeriod period) {
        return dimension(choice.dimension()).orElseThrow().chosen(choice, period);
    }

    /// Sums kept beside the records in the same transaction, if there are any. A figure that asks
    /// for no more than one of them tells apart is read from it, and is what the records give.
    default List<MeasureTotals> totals() {
        return List.of();
    }
}
