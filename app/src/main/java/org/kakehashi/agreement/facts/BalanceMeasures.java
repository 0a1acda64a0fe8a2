package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.BALANCE_FACTS;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasureDimension.What;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.ui.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Students received and sent under each agreement in three fiscal years: the smaller and the
/// larger of both, whose sums over agreements make the balance.
@Configuration(proxyBeanMethods = false)
class BalanceMeasures {
    private final AgreementScope scope;

    BalanceMeasures(AgreementScope scope) {
        this.scope = scope;
    }

    @Bean
    Measure smallerOfExchange() {
        return new BalanceMeasure("agreement.balance_smaller", BALANCE_FACTS.SMALLER, scope);
    }

    @Bean
    Measure largerOfExchange() {
        return new BalanceMeasure("agreement.balance_larger", BALANCE_FACTS.LARGER, scope);
    }

    private record BalanceMeasure(String name, Field<Integer> value, AgreementScope scope)
            implements Measure {
        @Override
        public Time time() {
            return Time.STOCK;
        }

        @Override
        public String unit() {
            return "agreements";
        }

        @Override
        public String valueUnit() {
            return "persons";
        }

        @Override
        public Table<?> facts() {
            return BALANCE_FACTS;
        }

        @Override
        public Field<UUID> record() {
            return BALANCE_FACTS.AGREEMENT_ID;
        }

        @Override
        public Condition readable() {
            return scope.condition(BALANCE_FACTS.UNIT_IDS, BALANCE_FACTS.VISIBILITY);
        }

        @Override
        public Condition during(MeasurePeriod period) {
            return BALANCE_FACTS.YEAR.eq(FiscalYear.of(period.to()).year());
        }

        @Override
        public List<MeasureDimension> dimensions() {
            return List.of(
                    MeasureDimension.one("level", What.CODE, BALANCE_FACTS.LEVEL),
                    MeasureDimension.ids("unit", What.UNIT, BALANCE_FACTS.UNIT_IDS),
                    MeasureDimension.many("country", What.COUNTRY, BALANCE_FACTS.COUNTRIES));
        }

        @Override
        public Field<String> title(Locale reader) {
            boolean japanese = reader.getLanguage().equals("ja");
            return DSL.concat(
                    BALANCE_FACTS.NUMBER,
                    DSL.inline(" "),
                    DSL.coalesce(
                            japanese ? BALANCE_FACTS.PARTNER_JA : BALANCE_FACTS.PARTNER_EN,
                            DSL.inline("")));
        }

        @Override
        public String href(UUID agreement) {
            return "/agreements/" + agreement + "/use";
        }

        @Override
        public String dimensionKey(String dimension) {
            return "agreement.filter." + dimension;
        }

        @Override
        public String valueName(String dimension, String value, Locale reader) {
            return Messages.text(reader, "agreement." + dimension + "." + value);
        }
    }
}
