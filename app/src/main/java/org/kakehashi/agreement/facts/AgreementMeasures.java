package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.AGREEMENT_FACTS;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasurePeriod;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of agreements formulas count: those on a day, those begun and those ended in a fiscal year.
@Configuration(proxyBeanMethods = false)
class AgreementMeasures {
    private final FilterCondition conditions;
    private final AgreementScope scope;
    private final Kinds kinds;

    AgreementMeasures(FilterCondition conditions, AgreementScope scope, Kinds kinds) {
        this.conditions = conditions;
        this.scope = scope;
        this.kinds = kinds;
    }

    @Bean
    Measure agreementsOnADay() {
        return new AgreementMeasure(
                "agreement.agreements",
                Measure.Time.STOCK,
                period -> DSL.trueCondition(),
                conditions,
                scope,
                kinds);
    }

    @Bean
    Measure agreementsBegun() {
        return flow("agreement.begun", AGREEMENT_FACTS.START_YEAR);
    }

    @Bean
    Measure agreementsEnded() {
        return flow("agreement.ended", AGREEMENT_FACTS.END_YEAR);
    }

    private Measure flow(String name, Field<Integer> year) {
        return new AgreementMeasure(
                name, Measure.Time.FLOW, period -> within(year, period), conditions, scope, kinds);
    }

    private static Condition within(Field<Integer> year, MeasurePeriod period) {
        return year.between(FiscalYear.of(period.from()).year(), FiscalYear.of(period.to()).year());
    }
}
