package org.kakehashi.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.internal.TargetStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Baselines, milestones and targets of indicators, for the whole and for units.
@Service
@Transactional
public class Targets {
    static final String TARGET = "strategy.target";

    private final TargetStore store;
    private final Plans plans;
    private final Access access;
    private final Audit audit;

    Targets(TargetStore store, Plans plans, Access access, Audit audit) {
        this.store = store;
        this.plans = plans;
        this.access = access;
        this.audit = audit;
    }

    public boolean maySet() {
        return access.may(TARGET);
    }

    public void requireSet() {
        access.require(TARGET);
    }

    @Transactional(readOnly = true)
    public List<Target> list(String indicator) {
        access.require(Plans.READ);
        return store.list(indicator);
    }

    /// Of the whole, by indicator.
    @Transactional(readOnly = true)
    public Map<String, List<Target>> ofTheWhole() {
        access.require(Plans.READ);
        return store.ofTheWhole();
    }

    /// Why a target cannot stand beside the others: a message key, or null.
    public @Nullable String problem(Target target) {
        List<Target> others = new ArrayList<>(list(target.indicator()));
        others.removeIf(one ->
                !Objects.equals(one.unit(), target.unit())
                        || one.year() == target.year() && one.kind() == target.kind());
        boolean baseline = target.kind() == Target.Kind.BASELINE;
        if (baseline && others.stream().anyMatch(one -> one.kind() == Target.Kind.BASELINE)) {
            return "strategy.target.problem.baselines";
        }
        if (baseline && others.stream().anyMatch(one -> one.year() <= target.year())) {
            return "strategy.target.problem.baselineLate";
        }
        boolean early =
                others.stream()
                        .anyMatch(one ->
                                one.kind() == Target.Kind.BASELINE && one.year() >= target.year());
        return early ? "strategy.target.problem.beforeBaseline" : null;
    }

    public void set(Target target) {
        access.require(TARGET);
        plans.indicator(target.indicator());
        String problem = problem(target);
        if (problem != null) {
            throw KakehashiException.invalid(problem, Map.of());
        }
        store.save(target);
        audit.record(
                "strategy.target.set",
                "indicator",
                null,
                Map.of("code", target.indicator(), "year", target.year()));
    }

    public void remove(String indicator, UUID id, int version) {
        access.require(TARGET);
        store.delete(indicator, id, version);
        audit.record("strategy.target.removed", "indicator", null, Map.of("code", indicator));
    }
}
