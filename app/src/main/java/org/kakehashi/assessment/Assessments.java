package org.kakehashi.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.assessment.internal.AssessmentStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.strategy.Plans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of self-assessments. Who owns the action, the people of its unit and the office write
/// the form until it is submitted; everybody inside reads it and may comment on its numbers.
@Service
@Transactional
public class Assessments {
    static final String WRITE = "assessment.write";
    private static final int LONGEST = 2_000;

    private final AssessmentStore store;
    private final Cycles cycles;
    private final Plans plans;
    private final ReviewCases cases;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Assessments(
            AssessmentStore store,
            Cycles cycles,
            Plans plans,
            ReviewCases cases,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.cycles = cycles;
        this.plans = plans;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Assessment get(UUID id) {
        access.require(Cycles.READ);
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    @Transactional(readOnly = true)
    public List<Assessment> of(Cycle cycle) {
        access.require(Cycles.READ);
        return store.ofCycle(cycle.id());
    }

    @Transactional(readOnly = true)
    public List<Assessment> ofAction(String action) {
        access.require(Cycles.READ);
        return store.ofAction(action);
    }

    @Transactional(readOnly = true)
    public Assessment.Attached attached(Assessment assessment) {
        access.require(Cycles.READ);
        return store.attached(assessment.id());
    }

    /// May the person acting write this form now?
    public boolean mayWrite(Assessment assessment) {
        return assessment.state().open()
                && responsible(assessment)
                && !cycles.get(assessment.cycle()).closed();
    }

    private boolean responsible(Assessment assessment) {
        UUID me = CurrentUser.get().id();
        return me != null && me.equals(assessment.owner()) || access.may(WRITE, assessment.units());
    }

    public void requireWrite(Assessment assessment) {
        if (!responsible(assessment)) {
            throw KakehashiException.forbidden(WRITE);
        }
        if (!mayWrite(assessment)) {
            throw KakehashiException.invalid("assessment.problem.submitted", Map.of());
        }
    }

    /// @param version what the person saw
    public void save(UUID id, int version, Assessment.Content content) {
        Assessment one = get(id);
        requireWrite(one);
        if (one.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        store.save(one, content);
        cases.subjectChanged(AssessmentSubject.KIND, id);
        audit.record("assessment.saved", AssessmentSubject.KIND, id, Map.of("code", one.action()));
    }

    /// Links to what proves it: a page of ours, or one elsewhere.
    public void prove(UUID id, String label, String address) {
        requireWrite(get(id));
        String problem = problem(label, address);
        if (problem != null) {
            throw KakehashiException.invalid(problem, Map.of());
        }
        store.prove(id, label.strip(), address.strip());
        audit.record("assessment.proved", AssessmentSubject.KIND, id, Map.of());
    }

    /// Why this is no evidence: a message key, or null.
    public static @Nullable String problem(String label, String address) {
        if (label.isBlank() || label.length() > LONGEST) {
            return "assessment.evidence.problem.label";
        }
        return address.strip().matches("(https?://|/)[^\\s\"<>]{1,1900}")
                        && !address.strip().startsWith("//")
                ? null
                : "assessment.evidence.problem.address";
    }

    public void takeBack(UUID id, UUID evidence) {
        requireWrite(get(id));
        store.takeBack(id, evidence);
        audit.record("assessment.unproved", AssessmentSubject.KIND, id, Map.of());
    }

    /// Says something beside a number, or of the whole.
    public void say(UUID id, @Nullable String indicator, String text) {
        get(id);
        if (text.isBlank() || text.length() > LONGEST) {
            throw KakehashiException.invalid("assessment.remark.problem", Map.of());
        }
        if (indicator != null) {
            plans.indicator(indicator);
        }
        store.say(id, indicator, text.strip());
        audit.record("assessment.said", AssessmentSubject.KIND, id, Map.of());
    }

    /// The course of its case, told by the review as the system.
    void moved(UUID id, Assessment.State state) {
        Assessment one = store.find(id).orElseThrow(KakehashiException::notFound);
        LocalDate today = LocalDate.now(clock);
        boolean decided = state == Assessment.State.APPROVED || state == Assessment.State.REJECTED;
        LocalDate submitted = one.submittedOn() == null ? today : one.submittedOn();
        store.moved(
                id,
                state,
                state == Assessment.State.DRAFT ? null : submitted,
                decided ? today : null);
    }

    /// Forms the person acting is to write, with the cycle each is in.
    @Transactional(readOnly = true)
    public Map<Assessment, Cycle> mine() {
        UUID me = CurrentUser.get().id();
        Map<Assessment, Cycle> mine = new java.util.LinkedHashMap<>();
        if (me != null && access.may(Cycles.READ)) {
            store.waiting().stream()
                    .filter(one -> me.equals(one.owner()))
                    .forEach(one -> mine.put(one, cycles.get(one.cycle())));
        }
        return mine;
    }
}
