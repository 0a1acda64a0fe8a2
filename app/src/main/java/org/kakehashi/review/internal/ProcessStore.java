package org.kakehashi.review.internal;

import static org.kakehashi.schema.review.Tables.CHECKS;
import static org.kakehashi.schema.review.Tables.PROCESSES;
import static org.kakehashi.schema.review.Tables.STEPS;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.Step;
import org.kakehashi.schema.review.tables.records.ProcessesRecord;
import org.kakehashi.schema.review.tables.records.StepsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes processes, their steps and checklists.
@Repository
public class ProcessStore {
    private final DSLContext jooq;

    ProcessStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<ReviewProcess> find(UUID id) {
        return read(PROCESSES.ID.eq(id)).stream().findFirst();
    }

    public List<ReviewProcess> findAll(Collection<UUID> ids) {
        return read(PROCESSES.ID.eq(DSL.any(ids.toArray(UUID[]::new))));
    }

    public List<ReviewProcess> list() {
        return read(DSL.trueCondition());
    }

    public List<ReviewProcess> published() {
        return read(PROCESSES.STATE.eq("published"));
    }

    /// Writes a new draft, the next edition of its code.
    public UUID insert(ReviewProcess process) {
        // two editions of one code begun at once take different numbers
        jooq.fetch(
                "select pg_advisory_xact_lock(hashtext('review.process ' || ?))", process.code());
        int edition =
                jooq.select(DSL.coalesce(DSL.max(PROCESSES.EDITION), 0))
                                .from(PROCESSES)
                                .where(PROCESSES.CODE.eq(process.code()))
                                .fetchSingle()
                                .value1()
                        + 1;
        ProcessesRecord row = row(process);
        row.setCode(process.code());
        row.setEdition(edition);
        UUID id =
                jooq.insertInto(PROCESSES)
                        .set(row)
                        .returningResult(PROCESSES.ID)
                        .fetchSingle()
                        .value1();
        process.steps().forEach(step -> insertStep(id, step));
        return id;
    }

    /// Replaces the content of a draft.
    public void replace(ReviewProcess process) {
        int found =
                jooq.update(PROCESSES)
                        .set(row(process))
                        .set(PROCESSES.VERSION, PROCESSES.VERSION.plus(1))
                        .where(PROCESSES.ID.eq(process.id()))
                        .and(PROCESSES.STATE.eq("draft"))
                        .and(PROCESSES.VERSION.eq(process.version()))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        jooq.deleteFrom(STEPS).where(STEPS.PROCESS_ID.eq(process.id())).execute();
        process.steps().forEach(step -> insertStep(process.id(), step));
    }

    /// Publishes a draft; the edition published before retires.
    public void publish(ReviewProcess process, OffsetDateTime at) {
        jooq.update(PROCESSES)
                .set(PROCESSES.STATE, "retired")
                .set(PROCESSES.VERSION, PROCESSES.VERSION.plus(1))
                .where(PROCESSES.CODE.eq(process.code()).and(PROCESSES.STATE.eq("published")))
                .execute();
        state(process, "published", at);
    }

    public void retire(ReviewProcess process) {
        state(process, "retired", null);
    }

    /// Deletes a draft that was never published.
    public void delete(ReviewProcess draft) {
        int found =
                jooq.deleteFrom(PROCESSES)
                        .where(PROCESSES.ID.eq(draft.id()))
                        .and(PROCESSES.STATE.eq("draft"))
                        .and(PROCESSES.VERSION.eq(draft.version()))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    /// The editions of one code, the newest first.
    public List<ReviewProcess> editions(String code) {
        return read(PROCESSES.CODE.eq(code));
    }

    public boolean codeTaken(String code) {
        return jooq.fetchExists(PROCESSES, PROCESSES.CODE.eq(code));
    }

    private void state(ReviewProcess process, String state, @Nullable OffsetDateTime publishedAt) {
        var update =
                jooq.update(PROCESSES)
                        .set(PROCESSES.STATE, state)
                        .set(PROCESSES.VERSION, PROCESSES.VERSION.plus(1));
        if (publishedAt != null) {
            update = update.set(PROCESSES.PUBLISHED_AT, publishedAt);
        }
        int found =
                update.where(PROCESSES.ID.eq(process.id()))
                        .and(PROCESSES.VERSION.eq(process.version()))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private static ProcessesRecord row(ReviewProcess process) {
        ProcessesRecord row = new ProcessesRecord();
        row.setNameJa(process.name().ja());
        row.setNameEn(process.name().en());
        row.setKinds(process.kinds().toArray(String[]::new));
        row.setApplies(process.applies().toString());
        row.setFast(process.fast() == null ? null : process.fast().toString());
        row.setNoteJa(process.note().ja());
        row.setNoteEn(process.note().en());
        return row;
    }

    private void insertStep(UUID process, Step step) {
        StepsRecord row = new StepsRecord();
        row.setProcessId(process);
        row.setCode(step.code());
        row.setStage(step.stage());
        row.setKind(step.kind().code());
        row.setNameJa(step.name().ja());
        row.setNameEn(step.name().en());
        row.setBodyId(step.body());
        row.setCondition(step.condition().toString());
        row.setDays(step.days());
        row.setRemindDays(step.remindDays());
        row.setEscalateTo(step.escalateTo());
        row.setInFast(step.inFast());
        row.setInPerson(step.inPerson());
        row.setAgainOn(step.againOn().toArray(String[]::new));
        UUID id = jooq.insertInto(STEPS).set(row).returningResult(STEPS.ID).fetchSingle().value1();
        int position = 0;
        for (Step.Check check : step.checks()) {
            jooq.insertInto(CHECKS)
                    .set(CHECKS.STEP_ID, id)
                    .set(CHECKS.POSITION, position++)
                    .set(CHECKS.TEXT_JA, check.text().ja())
                    .set(CHECKS.TEXT_EN, check.text().en())
                    .set(CHECKS.EVIDENCE, check.evidence())
                    .execute();
        }
    }

    private List<ReviewProcess> read(Condition which) {
        List<ProcessesRecord> rows =
                jooq.selectFrom(PROCESSES)
                        .where(which)
                        .orderBy(PROCESSES.EXAMPLE, PROCESSES.CODE, PROCESSES.EDITION.desc())
                        .fetch();
        UUID[] ids = rows.stream().map(ProcessesRecord::getId).toArray(UUID[]::new);
        Map<UUID, List<Step.Check>> checks =
                jooq.select(CHECKS.asterisk())
                        .from(CHECKS)
                        .join(STEPS)
                        .on(STEPS.ID.eq(CHECKS.STEP_ID))
                        .where(STEPS.PROCESS_ID.eq(DSL.any(ids)))
                        .orderBy(CHECKS.POSITION)
                        .fetchGroups(
                                row -> row.get(CHECKS.STEP_ID),
                                row ->
                                        new Step.Check(
                                                row.get(CHECKS.ID),
                                                new Bilingual(
                                                        row.get(CHECKS.TEXT_JA),
                                                        row.get(CHECKS.TEXT_EN)),
                                                row.get(CHECKS.EVIDENCE)));
        Map<UUID, List<Step>> steps =
                jooq.selectFrom(STEPS)
                        .where(STEPS.PROCESS_ID.eq(DSL.any(ids)))
                        .orderBy(STEPS.STAGE, STEPS.POSITION, STEPS.ID)
                        .fetchGroups(
                                StepsRecord::getProcessId,
                                row -> step(row, checks.getOrDefault(row.getId(), List.of())));
        return rows.stream()
                .map(row -> process(row, steps.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static ReviewProcess process(ProcessesRecord row, List<Step> steps) {
        String source = row.getSource();
        return new ReviewProcess(
                row.getId(),
                row.getCode(),
                row.getEdition(),
                Coded.of(ReviewProcess.State.class, row.getState()),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                Arrays.asList(row.getKinds()),
                org.kakehashi.review.Condition.parse(row.getApplies()),
                row.getFast() == null ? null : org.kakehashi.review.Condition.parse(row.getFast()),
                source == null
                        ? null
                        : new ReviewProcess.Example(
                                new Bilingual(row.getUniversityJa(), row.getUniversityEn()),
                                source,
                                row.getSourceYear()),
                new Bilingual(row.getNoteJa(), row.getNoteEn()),
                steps,
                row.getVersion());
    }

    private static Step step(StepsRecord row, List<Step.Check> checks) {
        return new Step(
                row.getId(),
                row.getCode(),
                row.getStage(),
                Coded.of(Step.Kind.class, row.getKind()),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                row.getBodyId(),
                org.kakehashi.review.Condition.parse(row.getCondition()),
                row.getDays(),
                row.getRemindDays(),
                row.getEscalateTo(),
                row.getInFast(),
                row.getInPerson(),
                Set.of(row.getAgainOn()),
                checks);
    }
}
