package org.kakehashi.agreement;

import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Audit;
import org.kakehashi.agreement.internal.NextPlanStore;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of plans for the next period: behind the rights of the agreement.
@Service
public class NextPlans {
    private final Agreements agreements;
    private final Memoranda memoranda;
    private final NextPlanStore store;
    private final Audit audit;

    NextPlans(Agreements agreements, Memoranda memoranda, NextPlanStore store, Audit audit) {
        this.agreements = agreements;
        this.memoranda = memoranda;
        this.store = store;
        this.audit = audit;
    }

    public NextPlan of(UUID agreement) {
        agreements.get(agreement);
        return store.find(agreement).orElseGet(() -> NextPlan.none(agreement));
    }

    @Transactional
    public void save(NextPlan plan) {
        memoranda.requireEditable(plan.agreement());
        if (negative(plan.studentsIn()) || negative(plan.studentsOut())) {
            throw KakehashiException.invalid("agreement.next.problem.number", Map.of());
        }
        store.save(plan);
        audit.record("agreement.nextPlan", "agreement", plan.agreement(), Map.of());
    }

    private static boolean negative(@org.jspecify.annotations.Nullable Integer number) {
        return number != null && number < 0;
    }
}
