package org.kakehashi.assessment.internal;

import static org.kakehashi.schema.assessment.Tables.ASSESSMENTS;
import static org.kakehashi.schema.assessment.Tables.CYCLES;
import static org.kakehashi.schema.assessment.Tables.EVIDENCE;
import static org.kakehashi.schema.assessment.Tables.JUDGEMENTS;
import static org.kakehashi.schema.assessment.Tables.REMARKS;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.assessment.Assessment;
import org.kakehashi.assessment.Assessment.Content;
import org.kakehashi.assessment.Assessment.Criterion;
import org.kakehashi.assessment.Assessment.Judgement;
import org.kakehashi.assessment.Assessment.State;
import org.kakehashi.assessment.Cycle;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.schema.assessment.tables.records.AssessmentsRecord;
import org.kakehashi.schema.assessment.tables.records.CyclesRecord;
import org.springframework.stereotype.Repository;

/// Keeps cycles, the forms in them, and what hangs on the forms.
@Repository
public class AssessmentStore {
    private final DSLContext jooq;

    AssessmentStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Latest year first.
    public List<Cycle> cycles() {
        return jooq.selectFrom(CYCLES)
                .orderBy(CYCLES.YEAR.desc(), CYCLES.PLAN_CODE, CYCLES.KIND)
                .fetch(AssessmentStore::cycle);
    }

    public Optional<Cycle> cycle(UUID id) {
        return jooq.selectFrom(CYCLES)
                .where(CYCLES.ID.eq(id))
                .fetchOptional(AssessmentStore::cycle);
    }

    public UUID insert(Cycle cycle) {
        CyclesRecord row = jooq.newRecord(CYCLES);
        row.setPlanCode(cycle.plan());
        row.setKind(cycle.kind().code());
        row.setYear(cycle.year());
        row.setReferenceDay(cycle.referenceDay());
        row.setDueOn(cycle.dueOn());
        row.insert();
        return row.getId();
    }

    public void close(Cycle cycle, boolean closed) {
        one(
                jooq.update(CYCLES)
                        .set(CYCLES.CLOSED, closed)
                        .set(CYCLES.VERSION, cycle.version() + 1)
                        .where(CYCLES.ID.eq(cycle.id()), CYCLES.VERSION.eq(cycle.version()))
                        .execute());
    }

    public UUID open(UUID cycle, String action, @Nullable UUID unit, @Nullable UUID owner) {
        AssessmentsRecord row = jooq.newRecord(ASSESSMENTS);
        row.setCycleId(cycle);
        row.setActionCode(action);
        row.setUnitId(unit);
        row.setOwnerId(owner);
        row.insert();
        return row.getId();
    }

    public Optional<Assessment> find(UUID id) {
        return list(ASSESSMENTS.ID.eq(id)).stream().findFirst();
    }

    public List<Assessment> ofCycle(UUID cycle) {
        return list(ASSESSMENTS.CYCLE_ID.eq(cycle));
    }

    public List<Assessment> ofAction(String action) {
        return list(ASSESSMENTS.ACTION_CODE.eq(action));
    }

    /// Forms that still wait to be submitted.
    public List<Assessment> waiting() {
        return list(
                ASSESSMENTS
                        .STATE
                        .in(State.DRAFT.code(), State.RETURNED.code())
                        .and(
                                ASSESSMENTS.CYCLE_ID.in(
                                        jooq.select(CYCLES.ID)
                                                .from(CYCLES)
                                                .where(CYCLES.CLOSED.isFalse()))));
    }

    private List<Assessment> list(Condition wanted) {
        Map<UUID, Map<Criterion, Judgement>> judgements = judgements(wanted);
        return jooq.selectFrom(ASSESSMENTS)
                .where(wanted)
                .orderBy(ASSESSMENTS.ACTION_CODE, ASSESSMENTS.ID)
                .fetch(row -> assessment(row, judgements.getOrDefault(row.getId(), Map.of())));
    }

    private Map<UUID, Map<Criterion, Judgement>> judgements(Condition wanted) {
        Map<UUID, Map<Criterion, Judgement>> all = new java.util.HashMap<>();
        jooq.selectFrom(JUDGEMENTS)
                .where(
                        JUDGEMENTS.ASSESSMENT_ID.in(
                                jooq.select(ASSESSMENTS.ID).from(ASSESSMENTS).where(wanted)))
                .forEach(row ->
                        all.computeIfAbsent(
                                        row.getAssessmentId(),
                                        any -> new EnumMap<>(Criterion.class))
                                .put(
                                        Coded.of(Criterion.class, row.getCriterion()),
                                        new Judgement(row.getMark(), row.getReason())));
        return all;
    }

    public void save(Assessment assessment, Content content) {
        one(
                jooq.update(ASSESSMENTS)
                        .set(
                                ASSESSMENTS.GRADE,
                                content.grade() == null ? null : content.grade().code())
                        .set(ASSESSMENTS.NARRATIVE_JA, content.narrative().ja())
                        .set(ASSESSMENTS.NARRATIVE_EN, content.narrative().en())
                        .set(ASSESSMENTS.VERSION, assessment.version() + 1)
                        .where(
                                ASSESSMENTS.ID.eq(assessment.id()),
                                ASSESSMENTS.VERSION.eq(assessment.version()))
                        .execute());
        jooq.deleteFrom(JUDGEMENTS).where(JUDGEMENTS.ASSESSMENT_ID.eq(assessment.id())).execute();
        content.judgements()
                .forEach((criterion, one) ->
                        jooq.insertInto(JUDGEMENTS)
                                .set(JUDGEMENTS.ASSESSMENT_ID, assessment.id())
                                .set(JUDGEMENTS.CRITERION, criterion.code())
                                .set(JUDGEMENTS.MARK, one.mark())
                                .set(JUDGEMENTS.REASON, one.reason())
                                .execute());
    }

    public void moved(
            UUID id, State state, @Nullable LocalDate submittedOn, @Nullable LocalDate decidedOn) {
        jooq.update(ASSESSMENTS)
                .set(ASSESSMENTS.STATE, state.code())
                .set(ASSESSMENTS.SUBMITTED_ON, submittedOn)
                .set(ASSESSMENTS.DECIDED_ON, decidedOn)
                .set(ASSESSMENTS.VERSION, ASSESSMENTS.VERSION.plus(1))
                .where(ASSESSMENTS.ID.eq(id))
                .execute();
    }

    public Assessment.Attached attached(UUID id) {
        return new Assessment.Attached(
                jooq.selectFrom(EVIDENCE)
                        .where(EVIDENCE.ASSESSMENT_ID.eq(id))
                        .orderBy(EVIDENCE.ID)
                        .fetch(row ->
                                new Assessment.Evidence(
                                        row.getId(), row.getLabel(), row.getAddress())),
                jooq.selectFrom(REMARKS)
                        .where(REMARKS.ASSESSMENT_ID.eq(id))
                        .orderBy(REMARKS.ID)
                        .fetch(row ->
                                new Assessment.Remark(
                                        row.getIndicatorCode(),
                                        row.getText(),
                                        row.getAuthorId(),
                                        row.getSaidAt())));
    }

    public void prove(UUID id, String label, String address) {
        jooq.insertInto(EVIDENCE)
                .set(EVIDENCE.ASSESSMENT_ID, id)
                .set(EVIDENCE.LABEL, label)
                .set(EVIDENCE.ADDRESS, address)
                .set(EVIDENCE.ADDED_BY, CurrentUser.get().id())
                .execute();
    }

    public void takeBack(UUID id, UUID evidence) {
        jooq.deleteFrom(EVIDENCE)
                .where(EVIDENCE.ID.eq(evidence), EVIDENCE.ASSESSMENT_ID.eq(id))
                .execute();
    }

    public void say(UUID id, @Nullable String indicator, String text) {
        jooq.insertInto(REMARKS)
                .set(REMARKS.ASSESSMENT_ID, id)
                .set(REMARKS.INDICATOR_CODE, indicator)
                .set(REMARKS.TEXT, text)
                .set(REMARKS.AUTHOR_ID, CurrentUser.get().id())
                .execute();
    }

    private static void one(int rows) {
        if (rows == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private static Cycle cycle(CyclesRecord row) {
        return new Cycle(
                row.getId(),
                row.getPlanCode(),
                Coded.of(Cycle.Kind.class, row.getKind()),
                row.getYear(),
                row.getReferenceDay(),
                row.getDueOn(),
                row.getClosed(),
                row.getVersion());
    }

    private static Assessment assessment(
            AssessmentsRecord row, Map<Criterion, Judgement> judgements) {
        return new Assessment(
                row.getId(),
                row.getCycleId(),
                row.getActionCode(),
                row.getUnitId(),
                row.getOwnerId(),
                Coded.of(State.class, row.getState()),
                new Content(
                        row.getGrade() == null
                                ? null
                                : Coded.of(Assessment.Grade.class, row.getGrade()),
                        new Bilingual(row.getNarrativeJa(), row.getNarrativeEn()),
                        judgements),
                row.getSubmittedOn(),
                row.getDecidedOn(),
                row.getVersion());
    }
}
