package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.USE_FACTS;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasureDimension.What;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.schema.agreement.Routines;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Agreements in force on a day, with whether anything happened under them in the last three fiscal
/// years. Where nothing was ever recorded nobody knows.
@Component
class UseMeasure implements Measure {
    private static final int YEARS = 3;

    private final AgreementScope scope;

    UseMeasure(AgreementScope scope) {
        this.scope = scope;
    }

    @Override
    public String name() {
        return "agreement.use";
    }

    @Override
    public Time time() {
        return Time.STOCK;
    }

    @Override
    public String unit() {
        return "agreements";
    }

    @Override
    public Table<?> facts() {
        return USE_FACTS;
    }

    @Override
    public Field<UUID> record() {
        return USE_FACTS.AGREEMENT_ID;
    }

    @Override
    public Condition readable() {
        return scope.condition(USE_FACTS.UNIT_IDS, USE_FACTS.VISIBILITY);
    }

    @Override
    public Condition during(MeasurePeriod period) {
        return Routines.status(
                        DSL.val(period.to(), SQLDataType.LOCALDATE),
                        DSL.val(
                                period.to().plusMonths(AgreementFilter.MONTHS),
                                SQLDataType.LOCALDATE),
                        USE_FACTS.PROPOSED,
                        USE_FACTS.STARTS,
                        USE_FACTS.KNOWN_FROM,
                        USE_FACTS.GOES_ON,
                        USE_FACTS.ENDS,
                        USE_FACTS.ENDED_ON)
                .in("in_force", "expiring");
    }

    @Override
    public List<MeasureDimension> dimensions() {
        return List.of(
                MeasureDimension.one("live", What.CODE, UseMeasure::live),
                MeasureDimension.one("level", What.CODE, USE_FACTS.LEVEL),
                MeasureDimension.ids("unit", What.UNIT, USE_FACTS.UNIT_IDS),
                MeasureDimension.many("country", What.COUNTRY, USE_FACTS.COUNTRIES));
    }

    private static Field<String> live(MeasurePeriod period) {
        int year = FiscalYear.of(period.to()).year();
        return DSL.field(
                "case when {0} && array[{1}, {2}, {3}]::int[] then 'true' when {4} <= {3} then 'false' end",
                SQLDataType.CLOB,
                USE_FACTS.YEARS,
                DSL.val(year - YEARS + 1),
                DSL.val(year - 1),
                DSL.val(year),
                USE_FACTS.FIRST_YEAR);
    }

    @Override
    public Field<String> title(Locale reader) {
        boolean japanese = reader.getLanguage().equals("ja");
        return DSL.concat(
                USE_FACTS.NUMBER,
                DSL.inline(" "),
                DSL.coalesce(
                        japanese ? USE_FACTS.PARTNER_JA : USE_FACTS.PARTNER_EN, DSL.inline("")));
    }

    @Override
    public String href(UUID agreement) {
        return "/agreements/" + agreement + "/use";
    }

    @Override
    public String dimensionKey(String dimension) {
        return dimension.equals("live")
                ? "agreement.dimension.live"
                : "agreement.filter." + dimension;
    }

    @Override
    public String valueName(String dimension, String value, Locale reader) {
        return Messages.text(
                reader,
                dimension.equals("live")
                        ? "agreement.use.live." + value
                        : "agreement." + dimension + "." + value);
    }
}
