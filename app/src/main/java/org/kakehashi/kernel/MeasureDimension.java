package org.kakehashi.kernel;

import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// By what the records of a measure are chosen and told apart.
///
/// @param name as formulas and addresses write it: `country`, `unit`, `kind`
/// @param what decides how its values are called and whether some contain others
/// @param values of a record, as text; none where nobody knows. Some depend on the day
public record MeasureDimension(
        String name, What what, Function<MeasurePeriod, Field<String[]>> values) {
    public enum What {
        /// ISO 3166-1 alpha-2.
        COUNTRY,
        REGION,
        /// Id of one of our units; a unit contains the units below it.
        UNIT,
        /// Id of an organization.
        PARTNER,
        /// A fiscal year, written with its number.
        YEAR,
        /// A code, named by [Measure#valueName].
        CODE
    }

    /// Several values in a record: an array of text.
    public static MeasureDimension many(String name, What what, Field<String[]> values) {
        return new MeasureDimension(name, what, any -> values);
    }

    /// Several ids in a record.
    public static MeasureDimension ids(String name, What what, Field<java.util.UUID[]> values) {
        return many(name, what, values.cast(String[].class));
    }

    /// At most one value in a record; null where nobody knows.
    public static MeasureDimension one(String name, What what, Field<?> value) {
        return new MeasureDimension(name, what, any -> single(value));
    }

    /// At most one value, which depends on the day.
    public static MeasureDimension one(
            String name, What what, Function<MeasurePeriod, ? extends Field<?>> value) {
        return new MeasureDimension(name, what, period -> single(value.apply(period)));
    }

    /// Rows that have the choice.
    public Condition chosen(MeasureChoice choice, MeasurePeriod period) {
        Field<String[]> all = values.apply(period);
        Condition unknown = DSL.condition("cardinality({0}) = 0", all);
        Condition some =
                DSL.condition(
                        "{0}::text[] && {1}::text[]",
                        all, DSL.val(choice.values().toArray(String[]::new)));
        if (choice.except()) {
            return DSL.not(some).and(DSL.not(unknown));
        }
        return choice.values().contains(Measure.UNKNOWN) ? some.or(unknown) : some;
    }

    private static Field<String[]> single(Field<?> value) {
        return DSL.field("array_remove(array[{0}::text], null)", String[].class, value);
    }
}
