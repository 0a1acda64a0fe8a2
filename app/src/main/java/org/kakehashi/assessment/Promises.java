package org.kakehashi.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.assessment.internal.PromiseStore;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Bodies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of corrective actions: promised in an assessment, or asked for when it is decided;
/// closed by whoever owns them.
@Service
@Transactional
public class Promises {
    private final PromiseStore store;
    private final Assessments assessments;
    private final Bodies bodies;
    private final Access access;
    private final Audit audit;

    Promises(
            PromiseStore store,
            Assessments assessments,
            Bodies bodies,
            Access access,
            Audit audit) {
        this.store = store;
        this.assessments = assessments;
        this.bodies = bodies;
        this.access = access;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Promise> of(Assessment assessment) {
        access.require(Cycles.READ);
        return store.of(assessment.id());
    }

    @Transactional(readOnly = true)
    public List<Promise> of(Cycle cycle) {
        access.require(Cycles.READ);
        return store.ofCycle(cycle.id());
    }

    /// What was promised for the same action in the years before.
    @Transactional(readOnly = true)
    public List<Promise> before(Assessment assessment, Cycle cycle) {
        access.require(Cycles.READ);
        return store.before(assessment.action(), cycle.year());
    }

    @Transactional(readOnly = true)
    public Promise get(UUID id) {
        access.require(Cycles.READ);
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    /// While the form is written by who writes it; afterwards by the office, which carries what was
    /// decided.
    public boolean mayAdd(Assessment assessment) {
        return assessments.mayWrite(assessment) || access.may(Cycles.MANAGE);
    }

    public UUID add(UUID assessment, Bilingual title, @Nullable UUID owner, LocalDate dueOn) {
        Assessment one = assessments.get(assessment);
        if (!mayAdd(one)) {
            throw KakehashiException.forbidden(Assessments.WRITE);
        }
        if (title.parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("ui.typed.required", Map.of());
        }
        if (owner != null && !bodies.names(List.of(owner)).containsKey(owner)) {
            throw KakehashiException.notFound();
        }
        UUID id = store.insert(assessment, title, owner, dueOn);
        audit.record("assessment.promised", AssessmentSubject.KIND, assessment, Map.of());
        return id;
    }

    public boolean mayFinish(Promise promise) {
        UUID me = CurrentUser.get().id();
        return me != null && me.equals(promise.owner())
                || access.may(Assessments.WRITE, assessments.get(promise.assessment()).units());
    }

    /// Says what came of it; without a day it is open again.
    public void finish(UUID id, int version, @Nullable LocalDate doneOn, @Nullable String outcome) {
        Promise promise = get(id);
        if (!mayFinish(promise)) {
            throw KakehashiException.forbidden(Assessments.WRITE);
        }
        if (doneOn != null && outcome == null) {
            throw KakehashiException.invalid("assessment.promise.problem.outcome", Map.of());
        }
        store.finish(id, version, doneOn, outcome);
        audit.record(
                "assessment.promise.finished",
                AssessmentSubject.KIND,
                promise.assessment(),
                Map.of());
    }

    @Transactional(readOnly = true)
    public List<Promise> mine() {
        UUID me = CurrentUser.get().id();
        return me == null ? List.of() : store.openOf(me);
    }
}
