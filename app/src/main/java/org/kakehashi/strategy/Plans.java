package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.internal.PlanEditStore;
import org.kakehashi.strategy.internal.PlanStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The plans and the catalogue of indicators.
@Service
@Transactional(readOnly = true)
public class Plans {
    static final String READ = "strategy.read";

    private final PlanStore store;
    private final PlanEditStore editions;
    private final Access access;

    Plans(PlanStore store, PlanEditStore editions, Access access) {
        this.store = store;
        this.editions = editions;
        this.access = access;
    }

    /// The plans as they stand now.
    public List<Plan> list() {
        access.require(READ);
        return store.plans();
    }

    public Plan plan(String code) {
        return list().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    /// The plan an action belongs to.
    public Plan planOf(String action) {
        return list().stream()
                .filter(plan -> plan.actions().stream().anyMatch(one -> one.code().equals(action)))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    public Plan.Action action(String code) {
        return planOf(code).actions().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    /// The actions of other plans that serve this one.
    public List<Plan.Action> servedBy(String action) {
        return list().stream()
                .flatMap(plan -> plan.actions().stream())
                .filter(one -> one.serves().contains(action))
                .toList();
    }

    /// What was adopted, the latest first.
    public List<PlanEdition> editions(Plan plan) {
        access.require(READ);
        return editions.editions(plan.code());
    }

    /// The edition in force on a day; none where nothing was adopted until then.
    public Optional<PlanEdition> edition(Plan plan, LocalDate day) {
        return editions(plan).stream()
                .filter(one -> !one.from().isAfter(day))
                .max(Comparator.comparing(PlanEdition::from));
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
