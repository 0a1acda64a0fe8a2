package org.kakehashi.strategy;

import java.util.List;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.internal.PlanStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The plans and the catalogue of indicators.
@Service
@Transactional(readOnly = true)
public class Plans {
    static final String READ = "strategy.read";

    private final PlanStore store;
    private final Access access;

    Plans(PlanStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    public List<Plan> list() {
        access.require(READ);
        return store.plans();
    }

    /// Every indicator, those that are measured first.
    public List<Indicator> indicators() {
        access.require(READ);
        return store.indicators();
    }

    /// The actions the indicator serves.
    public List<Plan.Action> actionsOf(Indicator indicator) {
        return list().stream()
                .flatMap(plan -> plan.actions().stream())
                .filter(action -> indicator.actions().contains(action.code()))
                .toList();
    }

    public Indicator indicator(String code) {
        return indicators().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }
}
