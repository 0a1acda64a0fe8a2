package org.kakehashi.assessment.internal;

import static org.kakehashi.schema.assessment.Tables.ASSESSMENTS;
import static org.kakehashi.schema.assessment.Tables.CYCLES;
import static org.kakehashi.schema.assessment.Tables.PROMISES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.assessment.Promise;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Repository;

/// Keeps corrective actions.
@Repository
public class PromiseStore {
    private final DSLContext jooq;

    PromiseStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<Promise> find(UUID id) {
        return list(PROMISES.ID.eq(id)).stream().findFirst();
    }

    public List<Promise> of(UUID assessment) {
        return list(PROMISES.ASSESSMENT_ID.eq(assessment));
    }

    public List<Promise> ofCycle(UUID cycle) {
        return list(ASSESSMENTS.CYCLE_ID.eq(cycle));
    }

    /// What was promised for an action in the years before.
    public List<Promise> before(String action, int year) {
        return list(ASSESSMENTS.ACTION_CODE.eq(action).and(CYCLES.YEAR.lt(year)));
    }

    public List<Promise> openOf(UUID owner) {
        return list(PROMISES.OWNER_ID.eq(owner).and(PROMISES.DONE_ON.isNull()));
    }

    private List<Promise> list(Condition wanted) {
        return jooq.select(PROMISES, ASSESSMENTS.ACTION_CODE, CYCLES.YEAR)
                .from(PROMISES)
                .join(ASSESSMENTS)
                .on(ASSESSMENTS.ID.eq(PROMISES.ASSESSMENT_ID))
                .join(CYCLES)
                .on(CYCLES.ID.eq(ASSESSMENTS.CYCLE_ID))
                .where(wanted)
                .orderBy(PROMISES.DUE_ON, PROMISES.ID)
                .fetch(row -> {
                    var one = row.value1();
                    return new Promise(
                            one.getId(),
                            one.getAssessmentId(),
                            row.value2(),
                            row.value3(),
                            new Bilingual(one.getTitleJa(), one.getTitleEn()),
                            one.getOwnerId(),
                            one.getDueOn(),
                            one.getDoneOn(),
                            one.getOutcome(),
                            one.getVersion());
                });
    }

    public UUID insert(UUID assessment, Bilingual title, @Nullable UUID owner, LocalDate dueOn) {
        var row = jooq.newRecord(PROMISES);
        row.setAssessmentId(assessment);
        row.setTitleJa(title.ja());
        row.setTitleEn(title.en());
        row.setOwnerId(owner);
        row.setDueOn(dueOn);
        row.insert();
        return row.getId();
    }

    public void finish(UUID id, int version, @Nullable LocalDate doneOn, @Nullable String outcome) {
        int rows =
                jooq.update(PROMISES)
                        .set(PROMISES.DONE_ON, doneOn)
                        .set(PROMISES.OUTCOME, outcome)
                        .set(PROMISES.VERSION, version + 1)
                        .where(PROMISES.ID.eq(id), PROMISES.VERSION.eq(version))
                        .execute();
        if (rows == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }
}
