package org.kakehashi.review.facts;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.ui.Messages;

/// A measure of this room: records of one of its fact views that happened in a period.
///
/// @param page where a record is read: the case, or the meeting of an action
/// @param words what the record is called, by language
record ReviewMeasure(
        String name,
        String unit,
        Table<?> facts,
        Field<UUID> record,
        Supplier<Condition> scope,
        Function<MeasurePeriod, Condition> happened,
        List<MeasureDimension> dimensions,
        @Nullable Field<? extends Number> value,
        String page,
        Function<Boolean, Field<String>> words,
        CodeNames names)
        implements Measure {

    @Override
    public Time time() {
        return Time.FLOW;
    }

    @Override
    public String valueUnit() {
        return value == null ? unit : "days";
    }

    @Override
    public Condition readable() {
        return scope.get();
    }

    @Override
    public Condition during(MeasurePeriod period) {
        return happened.apply(period);
    }

    @Override
    public Field<String> title(Locale reader) {
        return words.apply(reader.getLanguage().equals("ja"));
    }

    @Override
    public String href(UUID id) {
        return page + id;
    }

    @Override
    public String valueName(String dimension, String code, Locale reader) {
        return switch (dimension) {
            case "state" -> Messages.text(reader, "review.state." + code);
            case "step_kind" -> Messages.text(reader, "review.step." + code);
            case "body_kind" -> Messages.text(reader, "review.body.kind." + code);
            case "in_time" -> Messages.text(reader, "review.in_time." + code);
            case "body" -> names.body(code, reader);
            case "process" -> names.process(code, reader);
            case "kind" -> names.kind(code, reader);
            default -> code;
        };
    }

    /// A number and the title in the reader's language, or in the other one where it is missing.
    static Field<String> called(Field<String> number, Field<String> first, Field<String> second) {
        return DSL.concat(number, DSL.inline(" "), DSL.coalesce(first, second, DSL.inline("")));
    }
}
