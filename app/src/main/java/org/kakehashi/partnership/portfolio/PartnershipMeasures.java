package org.kakehashi.partnership.portfolio;

import static org.kakehashi.schema.partnership.Tables.EXCHANGE_FACTS;
import static org.kakehashi.schema.partnership.Tables.VISITS;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.facts.AgreementScope;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasureDimension.What;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.ui.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of partnerships formulas and criteria count: visits, and exchange in sums.
@Configuration(proxyBeanMethods = false)
class PartnershipMeasures {
    @Bean
    Measure visitsMeasure(Access access) {
        return new VisitMeasure(access);
    }

    @Bean
    Measure exchangeMeasure(AgreementScope scope) {
        return new ExchangeMeasure(scope);
    }

    /// The partners chosen, so that an index finds them; null where the default must do.
    private static UUID @Nullable [] partners(MeasureChoice choice) {
        boolean ids =
                choice.dimension().equals("partner")
                        && !choice.except()
                        && choice.values().stream()
                                .allMatch(one ->
                                        one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        return ids ? choice.values().stream().map(UUID::fromString).toArray(UUID[]::new) : null;
    }

    /// One record a visit; it happens on its first day.
    private record VisitMeasure(Access access) implements Measure {
        @Override
        public String name() {
            return "partnership.visits";
        }

        @Override
        public Time time() {
            return Time.FLOW;
        }

        @Override
        public String unit() {
            return "cases";
        }

        @Override
        public Table<?> facts() {
            return VISITS;
        }

        @Override
        public Field<UUID> record() {
            return VISITS.ID;
        }

        @Override
        public Condition readable() {
            return access.may("partnership.read") ? DSL.trueCondition() : DSL.falseCondition();
        }

        @Override
        public Condition during(MeasurePeriod period) {
            return VISITS.FROM_DAY.between(period.from(), period.to());
        }

        @Override
        public List<MeasureDimension> dimensions() {
            return List.of(
                    MeasureDimension.one("partner", What.PARTNER, VISITS.ORGANIZATION_ID),
                    MeasureDimension.one("direction", What.CODE, VISITS.DIRECTION),
                    MeasureDimension.one("unit", What.UNIT, VISITS.UNIT_ID));
        }

        @Override
        public Field<String> title(Locale reader) {
            boolean japanese = reader.getLanguage().equals("ja");
            return DSL.concat(
                    VISITS.FROM_DAY.cast(String.class),
                    DSL.inline(" "),
                    DSL.coalesce(
                            japanese ? VISITS.PURPOSE_JA : VISITS.PURPOSE_EN,
                            VISITS.PURPOSE_EN,
                            VISITS.PURPOSE_JA,
                            DSL.inline("")));
        }

        @Override
        public Condition chosen(MeasureChoice choice, MeasurePeriod period) {
            UUID[] partners = partners(choice);
            return partners == null
                    ? Measure.super.chosen(choice, period)
                    : VISITS.ORGANIZATION_ID.in(partners);
        }

        @Override
        public String href(UUID visit) {
            return "/visits/" + visit;
        }

        @Override
        public String valueName(String dimension, String value, Locale reader) {
            return Messages.text(reader, "partnership." + dimension + "." + value);
        }
    }

    /// One record a sum of persons or things in a fiscal year under an agreement.
    private record ExchangeMeasure(AgreementScope scope) implements Measure {
        @Override
        public String name() {
            return "partnership.exchange";
        }

        @Override
        public Time time() {
            return Time.FLOW;
        }

        @Override
        public String unit() {
            return "cases";
        }

        @Override
        public @Nullable Field<? extends Number> value() {
            return EXCHANGE_FACTS.NUMBER;
        }

        @Override
        public String valueUnit() {
            return "persons";
        }

        @Override
        public Table<?> facts() {
            return EXCHANGE_FACTS;
        }

        @Override
        public Field<UUID> record() {
            return EXCHANGE_FACTS.AGREEMENT_ID;
        }

        @Override
        public Condition readable() {
            return scope.of(EXCHANGE_FACTS.UNIT_IDS, EXCHANGE_FACTS.VISIBILITY);
        }

        @Override
        public Condition during(MeasurePeriod period) {
            return EXCHANGE_FACTS.YEAR.between(
                    FiscalYear.of(period.from()).year(), FiscalYear.of(period.to()).year());
        }

        @Override
        public List<MeasureDimension> dimensions() {
            return List.of(
                    MeasureDimension.ids("partner", What.PARTNER, EXCHANGE_FACTS.ORGANIZATION_IDS),
                    MeasureDimension.one("kind", What.CODE, EXCHANGE_FACTS.KIND),
                    MeasureDimension.one("direction", What.CODE, EXCHANGE_FACTS.DIRECTION),
                    MeasureDimension.one("year", What.YEAR, EXCHANGE_FACTS.YEAR),
                    MeasureDimension.many("country", What.COUNTRY, EXCHANGE_FACTS.COUNTRIES),
                    MeasureDimension.ids("unit", What.UNIT, EXCHANGE_FACTS.UNIT_IDS));
        }

        @Override
        public Field<String> title(Locale reader) {
            boolean japanese = reader.getLanguage().equals("ja");
            return DSL.concat(
                    EXCHANGE_FACTS.AGREEMENT_NUMBER,
                    DSL.inline(" "),
                    EXCHANGE_FACTS.YEAR.cast(String.class),
                    DSL.inline(" "),
                    DSL.coalesce(
                            japanese ? EXCHANGE_FACTS.PARTNER_JA : EXCHANGE_FACTS.PARTNER_EN,
                            EXCHANGE_FACTS.PARTNER_EN,
                            EXCHANGE_FACTS.PARTNER_JA,
                            DSL.inline("")));
        }

        @Override
        public Condition chosen(MeasureChoice choice, MeasurePeriod period) {
            UUID[] partners = partners(choice);
            return partners == null
                    ? Measure.super.chosen(choice, period)
                    : DSL.condition(
                            "{0} && {1}::uuid[]",
                            EXCHANGE_FACTS.ORGANIZATION_IDS, DSL.val(partners));
        }

        @Override
        public String href(UUID agreement) {
            return "/agreements/" + agreement + "/use";
        }

        @Override
        public String valueName(String dimension, String value, Locale reader) {
            return Messages.text(
                    reader,
                    dimension.equals("kind")
                            ? "agreement.activityKind." + value
                            : "partnership." + dimension + "." + value);
        }
    }
}
