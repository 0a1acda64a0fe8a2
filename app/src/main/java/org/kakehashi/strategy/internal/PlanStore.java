package org.kakehashi.strategy.internal;

import static org.kakehashi.schema.strategy.Tables.ACTIONS;
import static org.kakehashi.schema.strategy.Tables.EDITIONS;
import static org.kakehashi.schema.strategy.Tables.INDICATORS;
import static org.kakehashi.schema.strategy.Tables.INDICATOR_ACTIONS;
import static org.kakehashi.schema.strategy.Tables.PARTS;
import static org.kakehashi.schema.strategy.Tables.PLANS;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.schema.strategy.tables.records.EditionsRecord;
import org.kakehashi.schema.strategy.tables.records.IndicatorsRecord;
import org.kakehashi.schema.strategy.tables.records.PartsRecord;
import org.kakehashi.strategy.Edition;
import org.kakehashi.strategy.Formula;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Plans and indicators as they are kept; read again after they have changed.
@Repository
public class PlanStore {
    private final DSLContext jooq;
    private volatile @Nullable List<Plan> plans;
    private volatile @Nullable List<Indicator> indicators;

    PlanStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Plan> plans() {
        List<Plan> known = plans;
        if (known == null) {
            known = readPlans();
            plans = known;
        }
        return known;
    }

    public List<Indicator> indicators() {
        List<Indicator> known = indicators;
        if (known == null) {
            known = readIndicators();
            indicators = known;
        }
        return known;
    }

    /// Indicators have changed: they are read again, by this transaction and after it.
    void changed() {
        indicators = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            indicators = null;
                        }
                    });
        }
    }

    private List<Plan> readPlans() {
        Map<String, List<Plan.Action>> actions =
                jooq.selectFrom(ACTIONS)
                        .orderBy(ACTIONS.POSITION)
                        .fetchGroups(
                                ACTIONS.PART_CODE,
                                row ->
                                        new Plan.Action(
                                                row.getCode(),
                                                new Bilingual(row.getTitleJa(), row.getTitleEn())));
        Map<String, List<Plan.Part>> parts =
                jooq.selectFrom(PARTS)
                        .orderBy(PARTS.POSITION)
                        .fetchGroups(
                                PARTS.PLAN_CODE,
                                row -> part(row, actions.getOrDefault(row.getCode(), List.of())));
        return jooq.selectFrom(PLANS)
                .orderBy(PLANS.POSITION)
                .fetch(row ->
                        new Plan(
                                row.getCode(),
                                new Bilingual(row.getNameJa(), row.getNameEn()),
                                parts.getOrDefault(row.getCode(), List.of())));
    }

    private static Plan.Part part(PartsRecord row, List<Plan.Action> actions) {
        return new Plan.Part(
                row.getCode(),
                Plan.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                new Bilingual(row.getAimJa(), row.getAimEn()),
                actions);
    }

    private List<Indicator> readIndicators() {
        Map<String, List<String>> actions =
                jooq.selectFrom(INDICATOR_ACTIONS)
                        .orderBy(INDICATOR_ACTIONS.ACTION_CODE)
                        .fetchGroups(
                                INDICATOR_ACTIONS.INDICATOR_CODE, INDICATOR_ACTIONS.ACTION_CODE);
        Map<String, List<Edition>> editions =
                jooq.selectFrom(EDITIONS)
                        .orderBy(EDITIONS.FROM_YEAR)
                        .fetchGroups(EDITIONS.INDICATOR_CODE, PlanStore::edition);
        return jooq.selectFrom(INDICATORS)
                .orderBy(INDICATORS.POSITION, INDICATORS.CODE)
                .fetch(row ->
                        indicator(
                                row,
                                editions.getOrDefault(row.getCode(), List.of()),
                                actions.getOrDefault(row.getCode(), List.of())));
    }

    private static Edition edition(EditionsRecord row) {
        return new Edition(
                row.getFromYear(),
                new Bilingual(row.getDefinitionJa(), row.getDefinitionEn()),
                row.getUnit(),
                row.getDecimals(),
                row.getExpression(),
                row.getBreaks(),
                row.getReason());
    }

    private static Indicator indicator(
            IndicatorsRecord row, List<Edition> later, List<String> actions) {
        String day = row.getReferenceDay();
        List<Edition> editions = new ArrayList<>();
        editions.add(
                new Edition(
                        Edition.ALWAYS,
                        new Bilingual(row.getDefinitionJa(), row.getDefinitionEn()),
                        row.getUnit(),
                        row.getDecimals(),
                        row.getExpression(),
                        false,
                        null));
        editions.addAll(later);
        Edition now = editions.getLast();
        return new Indicator(
                row.getCode(),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                now.definition(),
                now.unit(),
                now.decimals(),
                Indicator.Period.valueOf(row.getPeriod().toUpperCase(Locale.ROOT)),
                day == null ? null : MonthDay.parse("--" + day),
                Indicator.Direction.valueOf(row.getDirection().toUpperCase(Locale.ROOT)),
                row.getLevel(),
                row.getSource(),
                formula(row),
                editions,
                row.getOwn(),
                actions);
    }

    private static @Nullable Formula formula(IndicatorsRecord row) {
        return row.getFormula() == null
                ? null
                : new Formula(
                        Formula.Kind.valueOf(row.getFormula().toUpperCase(Locale.ROOT)),
                        row.getFilter(),
                        row.getOfAll(),
                        row.getDimension(),
                        row.getDoubt());
    }
}
