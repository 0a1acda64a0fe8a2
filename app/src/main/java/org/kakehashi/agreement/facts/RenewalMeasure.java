package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.RENEWAL_FACTS;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasureDimension.What;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Periods of agreements that end in a fiscal year and do not renew themselves, with whether it was
/// decided in time (90 days before) how they go on.
@Component
class RenewalMeasure implements Measure {
    private final AgreementScope scope;

    RenewalMeasure(AgreementScope scope) {
        this.scope = scope;
    }

    @Override
    public String name() {
        return "agreement.renewals";
    }

    @Override
    public Time time() {
        return Time.FLOW;
    }

    @Override
    public String unit() {
        return "agreements";
    }

    @Override
    public Table<?> facts() {
        return RENEWAL_FACTS;
    }

    @Override
    public Field<UUID> record() {
        return RENEWAL_FACTS.AGREEMENT_ID;
    }

    @Override
    public Condition readable() {
        return scope.condition(RENEWAL_FACTS.UNIT_IDS, RENEWAL_FACTS.VISIBILITY);
    }

    @Override
    public Condition during(MeasurePeriod period) {
        return RENEWAL_FACTS.PERIOD_END.between(period.from(), period.to());
    }

    @Override
    public List<MeasureDimension> dimensions() {
        return List.of(
                MeasureDimension.one("in_time", What.CODE, RENEWAL_FACTS.IN_TIME),
                MeasureDimension.one("level", What.CODE, RENEWAL_FACTS.LEVEL),
                MeasureDimension.ids("unit", What.UNIT, RENEWAL_FACTS.UNIT_IDS),
                MeasureDimension.many("country", What.COUNTRY, RENEWAL_FACTS.COUNTRIES));
    }

    @Override
    public Field<String> title(Locale reader) {
        boolean japanese = reader.getLanguage().equals("ja");
        return DSL.concat(
                RENEWAL_FACTS.NUMBER,
                DSL.inline(" "),
                DSL.coalesce(
                        japanese ? RENEWAL_FACTS.PARTNER_JA : RENEWAL_FACTS.PARTNER_EN,
                        DSL.inline("")));
    }

    @Override
    public String href(UUID agreement) {
        return "/agreements/" + agreement + "/renewal";
    }

    @Override
    public String dimensionKey(String dimension) {
        return dimension.equals("in_time")
                ? "agreement.renewal.inTime"
                : "agreement.filter." + dimension;
    }

    @Override
    public String valueName(String dimension, String value, Locale reader) {
        return Messages.text(
                reader,
                dimension.equals("in_time")
                        ? "agreement.renewal.inTime." + value
                        : "agreement." + dimension + "." + value);
    }
}
