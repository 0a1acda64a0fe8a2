package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.EXCHANGE_FACTS;
import static org.kakehashi.schema.agreement.Tables.EXCHANGE_TOTALS;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasureDimension.What;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.kernel.MeasureTotals;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Students and staff exchanged under agreements, by fiscal year, as lists and people state it in
/// sums: a record is a statement, its number how many persons.
@Component("agreementExchangeMeasure")
class ExchangeMeasure implements Measure {
    private final AgreementScope scope;
    private final Access access;

    ExchangeMeasure(AgreementScope scope, Access access) {
        this.scope = scope;
        this.access = access;
    }

    @Override
    public String name() {
        return "agreement.exchanges";
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
    public String valueUnit() {
        return "persons";
    }

    @Override
    public Table<?> facts() {
        return EXCHANGE_FACTS;
    }

    @Override
    public Field<UUID> record() {
        return EXCHANGE_FACTS.ACTIVITY_ID;
    }

    @Override
    public Condition readable() {
        return scope.condition(EXCHANGE_FACTS.UNIT_IDS, EXCHANGE_FACTS.VISIBILITY);
    }

    @Override
    public Condition during(MeasurePeriod period) {
        return EXCHANGE_FACTS.YEAR.eq(FiscalYear.of(period.to()).year());
    }

    @Override
    public @Nullable Field<? extends Number> value() {
        return EXCHANGE_FACTS.PERSONS;
    }

    @Override
    public List<MeasureDimension> dimensions() {
        return List.of(
                MeasureDimension.one("kind", What.CODE, EXCHANGE_FACTS.KIND),
                MeasureDimension.one("direction", What.CODE, EXCHANGE_FACTS.DIRECTION),
                MeasureDimension.one("period", What.CODE, EXCHANGE_FACTS.PERIOD),
                MeasureDimension.one("level", What.CODE, EXCHANGE_FACTS.LEVEL),
                MeasureDimension.many("country", What.COUNTRY, EXCHANGE_FACTS.COUNTRIES),
                MeasureDimension.many("region", What.REGION, EXCHANGE_FACTS.REGIONS),
                MeasureDimension.ids("unit", What.UNIT, EXCHANGE_FACTS.UNIT_IDS),
                MeasureDimension.ids("partner", What.PARTNER, EXCHANGE_FACTS.ORGANIZATION_IDS));
    }

    @Override
    public List<MeasureTotals> totals() {
        boolean told = access.reach("agreement.read") == null || !CurrentUser.get().signedIn();
        return told ? List.of(of("none"), of("country"), of("unit")) : List.of();
    }

    /// The sums told apart by nothing more, by country and region, or by unit.
    private MeasureTotals of(String told) {
        List<MeasureDimension> more =
                switch (told) {
                    case "country" ->
                            List.of(
                                    MeasureDimension.many(
                                            "country", What.COUNTRY, EXCHANGE_TOTALS.COUNTRIES),
                                    MeasureDimension.many(
                                            "region", What.REGION, EXCHANGE_TOTALS.REGIONS));
                    case "unit" ->
                            List.of(
                                    MeasureDimension.ids(
                                            "unit", What.UNIT, EXCHANGE_TOTALS.UNIT_IDS));
                    default -> List.of();
                };
        return new MeasureTotals(
                EXCHANGE_TOTALS,
                EXCHANGE_TOTALS
                        .TOLD
                        .eq(told)
                        .and(
                                scope.condition(
                                        EXCHANGE_TOTALS.SCOPE_UNITS, EXCHANGE_TOTALS.VISIBILITY)),
                period -> EXCHANGE_TOTALS.YEAR.eq(FiscalYear.of(period.to()).year()),
                Stream.concat(
                                Stream.of(
                                        MeasureDimension.one(
                                                "kind", What.CODE, EXCHANGE_TOTALS.KIND),
                                        MeasureDimension.one(
                                                "direction", What.CODE, EXCHANGE_TOTALS.DIRECTION),
                                        MeasureDimension.one(
                                                "period", What.CODE, EXCHANGE_TOTALS.PERIOD),
                                        MeasureDimension.one(
                                                "level", What.CODE, EXCHANGE_TOTALS.LEVEL)),
                                more.stream())
                        .toList(),
                EXCHANGE_TOTALS.RECORDS,
                EXCHANGE_TOTALS.PERSONS,
                EXCHANGE_TOTALS.UNKNOWN);
    }

    @Override
    public Field<String> title(Locale reader) {
        boolean japanese = reader.getLanguage().equals("ja");
        return DSL.concat(
                EXCHANGE_FACTS.NUMBER,
                DSL.inline(" "),
                DSL.coalesce(
                        japanese ? EXCHANGE_FACTS.PARTNER_JA : EXCHANGE_FACTS.PARTNER_EN,
                        DSL.inline("")));
    }

    /// There are many: they are listed in the order they were recorded.
    @Override
    public Field<?> order(Locale reader) {
        return EXCHANGE_FACTS.ACTIVITY_ID;
    }

    @Override
    public Field<UUID> opened() {
        return EXCHANGE_FACTS.AGREEMENT_ID;
    }

    @Override
    public String href(UUID agreement) {
        return "/agreements/" + agreement + "/use";
    }

    @Override
    public String dimensionKey(String dimension) {
        return switch (dimension) {
            case "kind", "direction", "period" -> "agreement.exchanges." + dimension;
            default -> "agreement.filter." + dimension;
        };
    }

    @Override
    public String valueName(String dimension, String value, Locale reader) {
        return Messages.text(
                reader,
                dimension.equals("kind")
                        ? "agreement.activityKind." + value
                        : "agreement." + dimension + "." + value);
    }
}
