package org.kakehashi.assessment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.assessment.internal.AssessmentStore;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.Frozen;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.Plans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of assessment cycles: opened by the office, with a form for each running action of the
/// plan; closed when everything is decided.
@Service
@Transactional
public class Cycles {
    static final String READ = "assessment.read";
    static final String MANAGE = "assessment.manage";

    private final AssessmentStore store;
    private final Plans plans;
    private final Frozen frozen;
    private final Access access;
    private final Audit audit;

    Cycles(AssessmentStore store, Plans plans, Frozen frozen, Access access, Audit audit) {
        this.store = store;
        this.plans = plans;
        this.frozen = frozen;
        this.access = access;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Cycle> list() {
        access.require(READ);
        return store.cycles();
    }

    @Transactional(readOnly = true)
    public Cycle get(UUID id) {
        access.require(READ);
        return store.cycle(id).orElseThrow(KakehashiException::notFound);
    }

    public boolean mayManage() {
        return access.may(MANAGE);
    }

    public void requireManage() {
        access.require(MANAGE);
    }

    /// Why a cycle cannot be opened, by field: message keys.
    public Map<String, String> problems(Cycle cycle) {
        Map<String, String> found = new java.util.LinkedHashMap<>();
        if (cycle.dueOn().isBefore(cycle.referenceDay())) {
            found.put("dueOn", "assessment.cycle.problem.due");
        }
        boolean there =
                list().stream()
                        .anyMatch(one ->
                                one.plan().equals(cycle.plan())
                                        && one.kind() == cycle.kind()
                                        && one.year() == cycle.year());
        if (there) {
            found.put("year", "assessment.cycle.problem.there");
        }
        if (running(plans.plan(cycle.plan())).isEmpty()) {
            found.put("plan", "assessment.cycle.problem.empty");
        }
        return found;
    }

    /// Opens a cycle with a form for each action that runs.
    public UUID open(Cycle cycle) {
        access.require(MANAGE);
        Map<String, String> problems = problems(cycle);
        if (!problems.isEmpty()) {
            throw KakehashiException.invalid(problems.values().iterator().next(), Map.of());
        }
        UUID id = store.insert(cycle);
        for (Plan.Action action : running(plans.plan(cycle.plan()))) {
            store.open(id, action.code(), action.unit(), action.owner());
        }
        audit.record("assessment.cycle.opened", "cycle", id, Map.of("plan", cycle.plan()));
        return id;
    }

    private static List<Plan.Action> running(Plan plan) {
        return plan.actions().stream().filter(one -> one.endedOn() == null).toList();
    }

    /// Freezes every figure on the reference day of the cycle; those frozen as they are stay.
    public int freeze(UUID id, String reason) {
        access.require(MANAGE);
        return frozen.freezeAll(get(id).referenceDay(), reason);
    }

    /// Closes the cycle, or opens it again.
    public void close(UUID id, int version, boolean closed) {
        access.require(MANAGE);
        Cycle cycle = get(id);
        if (cycle.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        store.close(cycle, closed);
        audit.record(
                closed ? "assessment.cycle.closed" : "assessment.cycle.reopened",
                "cycle",
                id,
                Map.of());
    }
}
