package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.AGREEMENT_FACTS;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasureDimension.What;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.ui.Messages;

/// Agreements as a measure, with the conditions of [AgreementFilter].
///
/// @param during which of them belong to a period
record AgreementMeasure(
        String name,
        Time time,
        Function<MeasurePeriod, Condition> belonging,
        FilterCondition conditions,
        AgreementScope scope,
        Kinds kinds)
        implements Measure {
    private static final List<MeasureDimension> DIMENSIONS =
            List.of(
                    code(Dimension.STATUS),
                    code(Dimension.LEVEL),
                    MeasureDimension.many("kind", What.CODE, AGREEMENT_FACTS.KINDS),
                    MeasureDimension.many("country", What.COUNTRY, AGREEMENT_FACTS.COUNTRIES),
                    MeasureDimension.many("region", What.REGION, AGREEMENT_FACTS.REGIONS),
                    MeasureDimension.ids("unit", What.UNIT, AGREEMENT_FACTS.UNIT_IDS),
                    MeasureDimension.ids("partner", What.PARTNER, AGREEMENT_FACTS.ORGANIZATION_IDS),
                    MeasureDimension.one("started", What.YEAR, AGREEMENT_FACTS.START_YEAR),
                    MeasureDimension.one("ended", What.YEAR, AGREEMENT_FACTS.END_YEAR),
                    code(Dimension.RECOGNISED),
                    code(Dimension.END_KNOWN),
                    code(Dimension.RENEWAL),
                    code(Dimension.PENDING),
                    code(Dimension.VISIBILITY));

    private static MeasureDimension code(Dimension dimension) {
        return MeasureDimension.one(
                dimension.parameter(),
                What.CODE,
                period -> AgreementFacts.value(dimension, AgreementFilter.on(period.to())));
    }

    @Override
    public String unit() {
        return "agreements";
    }

    @Override
    public Table<?> facts() {
        return AGREEMENT_FACTS;
    }

    @Override
    public Field<UUID> record() {
        return AGREEMENT_FACTS.AGREEMENT_ID;
    }

    @Override
    public Condition readable() {
        return scope.ofFacts();
    }

    @Override
    public Condition during(MeasurePeriod period) {
        return belonging.apply(period);
    }

    @Override
    public List<MeasureDimension> dimensions() {
        return DIMENSIONS;
    }

    @Override
    public Field<String> title(Locale reader) {
        boolean japanese = reader.getLanguage().equals("ja");
        return DSL.concat(
                DSL.coalesce(AGREEMENT_FACTS.NUMBER, DSL.inline("")),
                DSL.inline(" "),
                DSL.coalesce(
                        japanese ? AGREEMENT_FACTS.PARTNER_JA : AGREEMENT_FACTS.PARTNER_EN,
                        AGREEMENT_FACTS.PARTNER_EN,
                        AGREEMENT_FACTS.PARTNER_JA,
                        DSL.inline("")));
    }

    @Override
    public String href(UUID agreement) {
        return "/agreements/" + agreement;
    }

    @Override
    public String dimensionKey(String dimension) {
        return "agreement.filter." + dimension;
    }

    @Override
    public String valueName(String dimension, String value, Locale reader) {
        return switch (dimension) {
            case "kind" -> kinds.name(value).in(reader);
            case "status", "level", "renewal", "visibility" ->
                    Messages.text(reader, "agreement." + dimension + "." + value);
            default -> Messages.text(reader, "agreement.filter." + dimension + "." + value);
        };
    }

    @Override
    public Condition chosen(MeasureChoice choice, MeasurePeriod period) {
        AgreementFilter day = AgreementFilter.on(period.to());
        Dimension dimension = Dimension.ofParameter(choice.dimension()).orElseThrow();
        Condition some = conditions.of(day, dimension, choice.values());
        return choice.except()
                ? DSL.not(some).and(DSL.not(conditions.of(day, dimension, Set.of(UNKNOWN))))
                : some;
    }
}
