package org.kakehashi.strategy.internal;

import static org.kakehashi.schema.strategy.Tables.EDITIONS;
import static org.kakehashi.schema.strategy.Tables.INDICATORS;
import static org.kakehashi.schema.strategy.Tables.INDICATOR_ACTIONS;

import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kakehashi.strategy.Edition;
import org.kakehashi.strategy.IndicatorDraft;
import org.springframework.stereotype.Repository;

/// Writes the catalogue of indicators.
@Repository
public class CatalogueStore {
    private static final int BEHIND_THE_CATALOGUE = 10_000;

    private final DSLContext jooq;
    private final PlanStore plans;

    CatalogueStore(DSLContext jooq, PlanStore plans) {
        this.jooq = jooq;
        this.plans = plans;
    }

    /// Under the next code of the series U01, U02 …
    public String add(IndicatorDraft draft) {
        jooq.execute("lock table strategy.indicators in share row exclusive mode");
        int number =
                jooq.select(
                                DSL.coalesce(
                                        DSL.max(
                                                DSL.substring(INDICATORS.CODE, 2)
                                                        .cast(Integer.class)),
                                        0))
                        .from(INDICATORS)
                        .where(INDICATORS.CODE.like("U%"))
                        .fetchSingle()
                        .value1();
        String code = String.format(Locale.ROOT, "U%02d", number + 1);
        jooq.insertInto(INDICATORS)
                .set(INDICATORS.CODE, code)
                .set(INDICATORS.NAME_JA, draft.name().ja())
                .set(INDICATORS.NAME_EN, draft.name().en())
                .set(INDICATORS.DEFINITION_JA, draft.definition().ja())
                .set(INDICATORS.DEFINITION_EN, draft.definition().en())
                .set(INDICATORS.UNIT, draft.unit())
                .set(INDICATORS.DECIMALS, draft.decimals())
                .set(INDICATORS.PERIOD, draft.period().name().toLowerCase(Locale.ROOT))
                .set(
                        INDICATORS.REFERENCE_DAY,
                        draft.referenceDay() == null
                                ? null
                                : draft.referenceDay().toString().substring(2))
                .set(INDICATORS.DIRECTION, draft.direction().name().toLowerCase(Locale.ROOT))
                .set(INDICATORS.LEVEL, draft.level())
                .set(INDICATORS.SOURCE, draft.source())
                .set(INDICATORS.EXPRESSION, draft.expression())
                .set(INDICATORS.OWN, true)
                .set(INDICATORS.POSITION, BEHIND_THE_CATALOGUE + number)
                .execute();
        draft.actions()
                .forEach(action ->
                        jooq.insertInto(INDICATOR_ACTIONS)
                                .set(INDICATOR_ACTIONS.INDICATOR_CODE, code)
                                .set(INDICATOR_ACTIONS.ACTION_CODE, action)
                                .execute());
        plans.changed();
        return code;
    }

    public void define(String code, Edition edition) {
        jooq.insertInto(EDITIONS)
                .set(EDITIONS.INDICATOR_CODE, code)
                .set(EDITIONS.FROM_YEAR, edition.fromYear())
                .set(EDITIONS.DEFINITION_JA, edition.definition().ja())
                .set(EDITIONS.DEFINITION_EN, edition.definition().en())
                .set(EDITIONS.UNIT, edition.unit())
                .set(EDITIONS.DECIMALS, edition.decimals())
                .set(EDITIONS.EXPRESSION, edition.expression())
                .set(EDITIONS.BREAKS, edition.breaks())
                .set(EDITIONS.REASON, edition.reason())
                .onConflict(EDITIONS.INDICATOR_CODE, EDITIONS.FROM_YEAR)
                .doUpdate()
                .setAllToExcluded()
                .set(EDITIONS.VERSION, EDITIONS.VERSION.plus(1))
                .execute();
        plans.changed();
    }
}
