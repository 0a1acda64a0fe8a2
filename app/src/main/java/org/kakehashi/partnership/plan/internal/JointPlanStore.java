package org.kakehashi.partnership.plan.internal;

import static org.kakehashi.schema.partnership.Tables.BENEFITS;
import static org.kakehashi.schema.partnership.Tables.BENEFIT_VALUES;
import static org.kakehashi.schema.partnership.Tables.BUDGET_LINES;
import static org.kakehashi.schema.partnership.Tables.CANDIDACIES;
import static org.kakehashi.schema.partnership.Tables.GOALS;
import static org.kakehashi.schema.partnership.Tables.TALKS;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.designation.Criterion;
import org.kakehashi.partnership.plan.JointPlan;
import org.kakehashi.schema.partnership.tables.records.BenefitsRecord;
import org.kakehashi.schema.partnership.tables.records.BudgetLinesRecord;
import org.kakehashi.schema.partnership.tables.records.GoalsRecord;
import org.kakehashi.schema.partnership.tables.records.TalksRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes plans with strategic partners.
@Repository
public class JointPlanStore {
    /// An open goal of a person.
    public record Waiting(UUID candidacy, UUID organization, JointPlan.Goal goal) {}

    private final DSLContext jooq;

    JointPlanStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public JointPlan of(UUID candidacy) {
        Map<UUID, Map<Integer, BigDecimal>> typed = new HashMap<>();
        jooq.select(BENEFIT_VALUES.BENEFIT_ID, BENEFIT_VALUES.YEAR, BENEFIT_VALUES.VALUE)
                .from(BENEFIT_VALUES)
                .join(BENEFITS)
                .on(BENEFITS.ID.eq(BENEFIT_VALUES.BENEFIT_ID))
                .where(BENEFITS.CANDIDACY_ID.eq(candidacy))
                .forEach(row ->
                        typed.computeIfAbsent(row.value1(), any -> new HashMap<>())
                                .put(row.value2(), row.value3()));
        return new JointPlan(
                jooq.selectFrom(GOALS)
                        .where(GOALS.CANDIDACY_ID.eq(candidacy))
                        .orderBy(GOALS.STATUS.desc(), GOALS.DUE_ON.asc().nullsLast(), GOALS.ID)
                        .fetch(JointPlanStore::goal),
                jooq.selectFrom(BUDGET_LINES)
                        .where(BUDGET_LINES.CANDIDACY_ID.eq(candidacy))
                        .orderBy(BUDGET_LINES.YEAR, BUDGET_LINES.ID)
                        .fetch(JointPlanStore::line),
                jooq.selectFrom(TALKS)
                        .where(TALKS.CANDIDACY_ID.eq(candidacy))
                        .orderBy(TALKS.HELD_ON.desc(), TALKS.ID)
                        .fetch(JointPlanStore::talk),
                jooq.selectFrom(BENEFITS)
                        .where(BENEFITS.CANDIDACY_ID.eq(candidacy))
                        .orderBy(BENEFITS.SIDE, BENEFITS.ID)
                        .fetch(row -> benefit(row, typed.getOrDefault(row.getId(), Map.of()))));
    }

    /// What this person must still do, with the partner it is for.
    public List<Waiting> waiting(UUID user) {
        return jooq.select(GOALS.fields())
                .select(CANDIDACIES.ORGANIZATION_ID)
                .from(GOALS)
                .join(CANDIDACIES)
                .on(CANDIDACIES.ID.eq(GOALS.CANDIDACY_ID))
                .where(GOALS.OWNER_ID.eq(user))
                .and(GOALS.STATUS.eq("open"))
                .orderBy(GOALS.DUE_ON.asc().nullsLast())
                .fetch(row ->
                        new Waiting(
                                row.get(GOALS.CANDIDACY_ID),
                                row.get(CANDIDACIES.ORGANIZATION_ID),
                                goal(row.into(GOALS))));
    }

    public void save(UUID candidacy, JointPlan.Goal goal) {
        GoalsRecord row = new GoalsRecord();
        row.setCandidacyId(candidacy);
        row.setTalkId(goal.talk());
        row.setNameJa(goal.name().ja());
        row.setNameEn(goal.name().en());
        row.setOwnerId(goal.owner());
        row.setPartnerOwner(goal.partnerOwner());
        row.setDueOn(goal.due());
        row.setStatus(goal.status().code());
        row.setNote(goal.note());
        put(
                GOALS,
                row,
                goal.id(),
                GOALS.ID,
                GOALS.CANDIDACY_ID,
                candidacy,
                GOALS.VERSION,
                goal.version());
    }

    public void save(UUID candidacy, JointPlan.BudgetLine line) {
        BudgetLinesRecord row = new BudgetLinesRecord();
        row.setCandidacyId(candidacy);
        row.setYear(line.year());
        row.setNameJa(line.name().ja());
        row.setNameEn(line.name().en());
        row.setPlanned(line.planned());
        row.setSpent(line.spent());
        put(
                BUDGET_LINES,
                row,
                line.id(),
                BUDGET_LINES.ID,
                BUDGET_LINES.CANDIDACY_ID,
                candidacy,
                BUDGET_LINES.VERSION,
                line.version());
    }

    public void save(UUID candidacy, JointPlan.Talk talk) {
        TalksRecord row = new TalksRecord();
        row.setCandidacyId(candidacy);
        row.setHeldOn(talk.on());
        row.setParticipants(talk.participants());
        row.setMinutesJa(talk.minutes().ja());
        row.setMinutesEn(talk.minutes().en());
        put(
                TALKS,
                row,
                talk.id(),
                TALKS.ID,
                TALKS.CANDIDACY_ID,
                candidacy,
                TALKS.VERSION,
                talk.version());
    }

    public void save(UUID candidacy, JointPlan.Benefit benefit) {
        BenefitsRecord row = new BenefitsRecord();
        row.setCandidacyId(candidacy);
        row.setSide(benefit.side().code());
        row.setNameJa(benefit.name().ja());
        row.setNameEn(benefit.name().en());
        row.setUnit(benefit.unit());
        Criterion.Source source = benefit.source();
        row.setMeasure(source == null ? null : source.measure());
        row.setChoices(source == null ? "" : source.choices());
        row.setOf(source == null ? "count" : source.of().code());
        put(
                BENEFITS,
                row,
                benefit.id(),
                BENEFITS.ID,
                BENEFITS.CANDIDACY_ID,
                candidacy,
                BENEFITS.VERSION,
                benefit.version());
    }

    /// @param value null: nobody knows any more
    public void value(UUID benefit, int year, @Nullable BigDecimal value) {
        if (value == null) {
            jooq.deleteFrom(BENEFIT_VALUES)
                    .where(BENEFIT_VALUES.BENEFIT_ID.eq(benefit))
                    .and(BENEFIT_VALUES.YEAR.eq(year))
                    .execute();
            return;
        }
        jooq.insertInto(BENEFIT_VALUES)
                .set(BENEFIT_VALUES.BENEFIT_ID, benefit)
                .set(BENEFIT_VALUES.YEAR, year)
                .set(BENEFIT_VALUES.VALUE, value)
                .onConflict(BENEFIT_VALUES.BENEFIT_ID, BENEFIT_VALUES.YEAR)
                .doUpdate()
                .set(BENEFIT_VALUES.VALUE, value)
                .execute();
    }

    public void removeGoal(UUID candidacy, UUID id) {
        remove(GOALS, GOALS.ID.eq(id).and(GOALS.CANDIDACY_ID.eq(candidacy)));
    }

    public void removeLine(UUID candidacy, UUID id) {
        remove(BUDGET_LINES, BUDGET_LINES.ID.eq(id).and(BUDGET_LINES.CANDIDACY_ID.eq(candidacy)));
    }

    public void removeTalk(UUID candidacy, UUID id) {
        remove(TALKS, TALKS.ID.eq(id).and(TALKS.CANDIDACY_ID.eq(candidacy)));
    }

    public void removeBenefit(UUID candidacy, UUID id) {
        remove(BENEFITS, BENEFITS.ID.eq(id).and(BENEFITS.CANDIDACY_ID.eq(candidacy)));
    }

    private void remove(Table<?> table, Condition which) {
        if (jooq.deleteFrom(table).where(which).execute() == 0) {
            throw KakehashiException.notFound();
        }
    }

    private <R extends Record> void put(
            Table<R> table,
            R row,
            @Nullable UUID id,
            TableField<R, UUID> key,
            TableField<R, UUID> owner,
            UUID candidacy,
            TableField<R, Integer> version,
            int seen) {
        if (id == null) {
            jooq.insertInto(table).set(row).execute();
            return;
        }
        int found =
                jooq.update(table)
                        .set(row)
                        .set(version, version.plus(1))
                        .where(key.eq(id))
                        .and(owner.eq(candidacy))
                        .and(version.eq(seen))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private static JointPlan.Goal goal(GoalsRecord row) {
        return new JointPlan.Goal(
                row.getId(),
                row.getTalkId(),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                row.getOwnerId(),
                row.getPartnerOwner(),
                row.getDueOn(),
                Coded.of(JointPlan.Status.class, row.getStatus()),
                row.getNote(),
                row.getVersion());
    }

    private static JointPlan.BudgetLine line(BudgetLinesRecord row) {
        return new JointPlan.BudgetLine(
                row.getId(),
                row.getYear(),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                row.getPlanned(),
                row.getSpent(),
                row.getVersion());
    }

    private static JointPlan.Talk talk(TalksRecord row) {
        return new JointPlan.Talk(
                row.getId(),
                row.getHeldOn(),
                row.getParticipants(),
                new Bilingual(row.getMinutesJa(), row.getMinutesEn()),
                row.getVersion());
    }

    private static JointPlan.Benefit benefit(BenefitsRecord row, Map<Integer, BigDecimal> typed) {
        String measure = row.getMeasure();
        return new JointPlan.Benefit(
                row.getId(),
                Coded.of(JointPlan.Side.class, row.getSide()),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                row.getUnit(),
                measure == null
                        ? null
                        : new Criterion.Source(
                                measure,
                                row.getChoices(),
                                1,
                                Coded.of(Criterion.Of.class, row.getOf()),
                                null),
                typed,
                row.getVersion());
    }
}
