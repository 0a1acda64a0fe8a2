package org.kakehashi.strategy.internal;

import static org.kakehashi.schema.strategy.Tables.ACTIONS;
import static org.kakehashi.schema.strategy.Tables.ALIGNMENTS;
import static org.kakehashi.schema.strategy.Tables.INDICATOR_ACTIONS;
import static org.kakehashi.schema.strategy.Tables.PARTS;
import static org.kakehashi.schema.strategy.Tables.PLANS;
import static org.kakehashi.schema.strategy.Tables.PLAN_EDITIONS;
import static org.kakehashi.schema.strategy.Tables.STEPS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanEdition;
import org.kakehashi.strategy.PlanStep;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes plans. Codes are given once and never again.
@Repository
public class PlanEditStore {
    private final DSLContext jooq;
    private final PlanStore plans;
    private final JsonMapper json;

    PlanEditStore(DSLContext jooq, PlanStore plans, JsonMapper json) {
        this.jooq = jooq;
        this.plans = plans;
        this.json = json;
    }

    public void insert(Plan plan) {
        jooq.insertInto(PLANS)
                .set(PLANS.CODE, plan.code())
                .set(PLANS.NAME_JA, plan.name().ja())
                .set(PLANS.NAME_EN, plan.name().en())
                .set(PLANS.SCOPE, plan.scope().code())
                .set(PLANS.UNIT_ID, plan.unit())
                .set(PLANS.FROM_YEAR, plan.fromYear())
                .set(PLANS.UNTIL_YEAR, plan.untilYear())
                .set(PLANS.POSITION, next(PLANS, PLANS.POSITION))
                .execute();
        plans.changed();
    }

    public void update(Plan plan) {
        changed(
                jooq.update(PLANS)
                        .set(PLANS.NAME_JA, plan.name().ja())
                        .set(PLANS.NAME_EN, plan.name().en())
                        .set(PLANS.FROM_YEAR, plan.fromYear())
                        .set(PLANS.UNTIL_YEAR, plan.untilYear())
                        .set(PLANS.VERSION, plan.version() + 1)
                        .where(PLANS.CODE.eq(plan.code()), PLANS.VERSION.eq(plan.version()))
                        .execute());
    }

    /// Under the next code of the plan: `VIS.1`, `VIS.2` …
    public String add(Plan plan, Plan.Part part) {
        jooq.execute("lock table strategy.parts in share row exclusive mode");
        String code = nextCode(plan.code(), PARTS, PARTS.CODE);
        jooq.insertInto(PARTS)
                .set(PARTS.CODE, code)
                .set(PARTS.PLAN_CODE, plan.code())
                .set(PARTS.KIND, part.kind().code())
                .set(PARTS.NAME_JA, part.name().ja())
                .set(PARTS.NAME_EN, part.name().en())
                .set(PARTS.AIM_JA, part.aim().ja())
                .set(PARTS.AIM_EN, part.aim().en())
                .set(PARTS.POSITION, next(PARTS, PARTS.POSITION))
                .execute();
        plans.changed();
        return code;
    }

    public void update(Plan.Part part) {
        changed(
                jooq.update(PARTS)
                        .set(PARTS.NAME_JA, part.name().ja())
                        .set(PARTS.NAME_EN, part.name().en())
                        .set(PARTS.AIM_JA, part.aim().ja())
                        .set(PARTS.AIM_EN, part.aim().en())
                        .set(PARTS.VERSION, part.version() + 1)
                        .where(PARTS.CODE.eq(part.code()), PARTS.VERSION.eq(part.version()))
                        .execute());
    }

    /// Under the next code of the part: `VIS.1.1`, `P1.8` …
    public String add(String part, Plan.Action action) {
        jooq.execute("lock table strategy.actions in share row exclusive mode");
        String code = nextCode(part, ACTIONS, ACTIONS.CODE);
        jooq.insertInto(ACTIONS)
                .set(ACTIONS.CODE, code)
                .set(ACTIONS.PART_CODE, part)
                .set(ACTIONS.TITLE_JA, action.title().ja())
                .set(ACTIONS.TITLE_EN, action.title().en())
                .set(ACTIONS.UNIT_ID, action.unit())
                .set(ACTIONS.OWNER_ID, action.owner())
                .set(ACTIONS.ENDED_ON, action.endedOn())
                .set(ACTIONS.POSITION, next(ACTIONS, ACTIONS.POSITION))
                .execute();
        plans.changed();
        return code;
    }

    public void update(Plan.Action action) {
        changed(
                jooq.update(ACTIONS)
                        .set(ACTIONS.TITLE_JA, action.title().ja())
                        .set(ACTIONS.TITLE_EN, action.title().en())
                        .set(ACTIONS.UNIT_ID, action.unit())
                        .set(ACTIONS.OWNER_ID, action.owner())
                        .set(ACTIONS.ENDED_ON, action.endedOn())
                        .set(ACTIONS.VERSION, action.version() + 1)
                        .where(ACTIONS.CODE.eq(action.code()), ACTIONS.VERSION.eq(action.version()))
                        .execute());
    }

    public UUID add(String action, PlanStep step) {
        var row = jooq.newRecord(STEPS);
        fill(row, step);
        row.setActionCode(action);
        row.insert();
        plans.changed();
        return row.getId();
    }

    public void update(String action, PlanStep step) {
        var row =
                jooq.fetchOptional(
                                STEPS,
                                STEPS.ID
                                        .eq(step.id())
                                        .and(STEPS.ACTION_CODE.eq(action))
                                        .and(STEPS.VERSION.eq(step.version())))
                        .orElseThrow(KakehashiException::changedMeanwhile);
        fill(row, step);
        row.setVersion(step.version() + 1);
        row.update();
        plans.changed();
    }

    private static void fill(
            org.kakehashi.schema.strategy.tables.records.StepsRecord row, PlanStep step) {
        row.setKind(step.kind().code());
        row.setTitleJa(step.title().ja());
        row.setTitleEn(step.title().en());
        row.setLevel(step.level());
        row.setUnitId(step.unit());
        row.setOwnerId(step.owner());
        row.setFromDay(step.from());
        row.setDueDay(step.due());
        row.setDoneOn(step.doneOn());
        row.setResult(step.result());
    }

    public void removeStep(String action, UUID id, int version) {
        changed(
                jooq.deleteFrom(STEPS)
                        .where(
                                STEPS.ID.eq(id),
                                STEPS.ACTION_CODE.eq(action),
                                STEPS.VERSION.eq(version))
                        .execute());
    }

    public void align(String action, String serves, boolean does) {
        if (does) {
            jooq.insertInto(ALIGNMENTS)
                    .set(ALIGNMENTS.ACTION_CODE, action)
                    .set(ALIGNMENTS.SERVES_CODE, serves)
                    .onConflictDoNothing()
                    .execute();
        } else {
            jooq.deleteFrom(ALIGNMENTS)
                    .where(ALIGNMENTS.ACTION_CODE.eq(action), ALIGNMENTS.SERVES_CODE.eq(serves))
                    .execute();
        }
        plans.changed();
    }

    public void hang(String action, String indicator, boolean does) {
        if (does) {
            jooq.insertInto(INDICATOR_ACTIONS)
                    .set(INDICATOR_ACTIONS.INDICATOR_CODE, indicator)
                    .set(INDICATOR_ACTIONS.ACTION_CODE, action)
                    .onConflictDoNothing()
                    .execute();
        } else {
            jooq.deleteFrom(INDICATOR_ACTIONS)
                    .where(
                            INDICATOR_ACTIONS.INDICATOR_CODE.eq(indicator),
                            INDICATOR_ACTIONS.ACTION_CODE.eq(action))
                    .execute();
        }
        plans.changed();
    }

    /// The latest first.
    public List<PlanEdition> editions(String plan) {
        return jooq.selectFrom(PLAN_EDITIONS)
                .where(PLAN_EDITIONS.PLAN_CODE.eq(plan))
                .orderBy(PLAN_EDITIONS.NUMBER.desc())
                .fetch(row ->
                        new PlanEdition(
                                row.getNumber(),
                                row.getFromDay(),
                                new Bilingual(row.getReasonJa(), row.getReasonEn()),
                                row.getAdoptedAt(),
                                json.readValue(row.getContent().data(), Plan.class)));
    }

    public void adopt(Plan plan, int number, LocalDate from, Bilingual reason) {
        jooq.insertInto(PLAN_EDITIONS)
                .set(PLAN_EDITIONS.PLAN_CODE, plan.code())
                .set(PLAN_EDITIONS.NUMBER, number)
                .set(PLAN_EDITIONS.FROM_DAY, from)
                .set(PLAN_EDITIONS.REASON_JA, reason.ja())
                .set(PLAN_EDITIONS.REASON_EN, reason.en())
                .set(PLAN_EDITIONS.CONTENT, JSONB.valueOf(json.writeValueAsString(plan)))
                .set(PLAN_EDITIONS.ADOPTED_BY, CurrentUser.get().id())
                .execute();
    }

    private void changed(int rows) {
        if (rows == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        plans.changed();
    }

    private int next(Table<?> table, Field<Integer> position) {
        return jooq.select(DSL.coalesce(DSL.max(position), 0).plus(1))
                .from(table)
                .fetchSingle()
                .value1();
    }

    /// One more than the greatest number that ever stood behind this code and a dot.
    private String nextCode(String above, Table<?> table, Field<String> code) {
        int greatest =
                jooq.select(code).from(table).where(code.startsWith(above + ".")).stream()
                        .map(row -> row.value1().substring(above.length() + 1))
                        .filter(rest -> rest.matches("\\d{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
        return above + "." + (greatest + 1);
    }
}
