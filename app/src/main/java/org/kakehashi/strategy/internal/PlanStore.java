package org.kakehashi.strategy.internal;

import static org.kakehashi.schema.strategy.Tables.ACTIONS;
import static org.kakehashi.schema.strategy.Tables.ALIGNMENTS;
import static org.kakehashi.schema.strategy.Tables.EDITIONS;
import static org.kakehashi.schema.strategy.Tables.INDICATORS;
import static org.kakehashi.schema.strategy.Tables.INDICATOR_ACTIONS;
import static org.kakehashi.schema.strategy.Tables.PARTS;
import static org.kakehashi.schema.strategy.Tables.PLANS;
import static org.kakehashi.schema.strategy.Tables.STEPS;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.schema.strategy.tables.records.EditionsRecord;
import org.kakehashi.schema.strategy.tables.records.IndicatorsRecord;
import org.kakehashi.schema.strategy.tables.records.PartsRecord;
import org.kakehashi.schema.strategy.tables.records.StepsRecord;
import org.kakehashi.strategy.Edition;
import org.kakehashi.strategy.Formula;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanStep;
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

    /// Plans or indicators have changed: they are read again, by this transaction and after it.
    void changed() {
        indicators = null;
        plans = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            indicators = null;
                            plans = null;
                        }
                    });
        }
    }

    private List<Plan> readPlans() {
        Map<String, List<Plan.Action>> actions = readActions();
        Map<String, List<Plan.Part>> parts =
                jooq.selectFrom(PARTS)
                        .orderBy(PARTS.POSITION, PARTS.CODE)
                        .fetchGroups(
                                PARTS.PLAN_CODE,
                                row -> part(row, actions.getOrDefault(row.getCode(), List.of())));
        return jooq.selectFrom(PLANS)
                .orderBy(PLANS.POSITION, PLANS.CODE)
                .fetch(row ->
                        new Plan(
                                row.getCode(),
                                new Bilingual(row.getNameJa(), row.getNameEn()),
                                Coded.of(Plan.Scope.class, row.getScope()),
                                row.getUnitId(),
                                row.getFromYear(),
                                row.getUntilYear(),
                                row.getVersion(),
                                parts.getOrDefault(row.getCode(), List.of())));
    }

    private Map<String, List<Plan.Action>> readActions() {
        Map<String, List<PlanStep>> steps =
                jooq.selectFrom(STEPS)
                        .orderBy(STEPS.DUE_DAY.asc().nullsLast(), STEPS.ID)
                        .fetchGroups(STEPS.ACTION_CODE, PlanStore::step);
        Map<String, List<String>> serves =
                jooq.selectFrom(ALIGNMENTS)
                        .orderBy(ALIGNMENTS.SERVES_CODE)
                        .fetchGroups(ALIGNMENTS.ACTION_CODE, ALIGNMENTS.SERVES_CODE);
        return jooq.selectFrom(ACTIONS)
                .orderBy(ACTIONS.POSITION, ACTIONS.CODE)
                .fetchGroups(
                        ACTIONS.PART_CODE,
                        row ->
                                new Plan.Action(
                                        row.getCode(),
                                        new Bilingual(row.getTitleJa(), row.getTitleEn()),
                                        row.getUnitId(),
                                        row.getOwnerId(),
                                        row.getEndedOn(),
                                        row.getVersion(),
                                        steps.getOrDefault(row.getCode(), List.of()),
                                        serves.getOrDefault(row.getCode(), List.of())));
    }

    private static PlanStep step(StepsRecord row) {
        return new PlanStep(
                row.getId(),
                Coded.of(PlanStep.Kind.class, row.getKind()),
                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                row.getLevel(),
                row.getUnitId(),
                row.getOwnerId(),
                row.getFromDay(),
                row.getDueDay(),
                row.getDoneOn(),
                row.getResult(),
                row.getVersion());
    }

    private static Plan.Part part(PartsRecord row, List<Plan.Action> actions) {
        return new Plan.Part(
                row.getCode(),
                Coded.of(Plan.Kind.class, row.getKind()),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                new Bilingual(row.getAimJa(), row.getAimEn()),
                row.getVersion(),
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
