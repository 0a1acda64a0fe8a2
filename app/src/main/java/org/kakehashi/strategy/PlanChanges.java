package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Bodies;
import org.kakehashi.strategy.internal.PlanEditStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door through which plans are made and changed: those of the university by the office, those
/// of a unit by its people too. Nothing is deleted that was ever adopted; an action ends on a day.
@Service
@Transactional
public class PlanChanges {
    static final String PLAN = "strategy.plan";

    private final PlanEditStore store;
    private final Plans plans;
    private final Units units;
    private final Bodies bodies;
    private final Access access;
    private final Audit audit;

    PlanChanges(
            PlanEditStore store,
            Plans plans,
            Units units,
            Bodies bodies,
            Access access,
            Audit audit) {
        this.store = store;
        this.plans = plans;
        this.units = units;
        this.bodies = bodies;
        this.access = access;
        this.audit = audit;
    }

    public boolean mayMake() {
        return access.may(PLAN);
    }

    public boolean mayChange(Plan plan) {
        return access.may(PLAN, plan.units());
    }

    public void requireChange(Plan plan) {
        access.require(PLAN, plan.units());
    }

    public void requireMake() {
        access.require(PLAN);
    }

    /// Why a plan cannot be made under this code: a message key, or null.
    public @Nullable String problem(String code) {
        if (!code.matches("[A-Z][A-Z0-9]{1,11}")) {
            return "strategy.plan.problem.code";
        }
        return plans.list().stream().anyMatch(one -> one.code().equals(code))
                ? "strategy.plan.problem.taken"
                : null;
    }

    public void create(Plan plan) {
        requireChange(plan);
        String problem = problem(plan.code());
        if (problem != null) {
            throw KakehashiException.invalid(problem, Map.of());
        }
        if ((plan.scope() == Plan.Scope.UNIT) != (plan.unit() != null)) {
            throw KakehashiException.invalid("strategy.plan.problem.unit", Map.of());
        }
        checked(plan.name(), plan.unit(), null);
        store.insert(plan);
        noted("strategy.plan.made", plan.code());
    }

    public void change(Plan plan) {
        requireChange(plans.plan(plan.code()));
        checked(plan.name(), null, null);
        store.update(plan);
        noted("strategy.plan.changed", plan.code());
    }

    public String addPart(String planCode, Plan.Part part) {
        Plan plan = changeable(planCode);
        checked(part.name(), null, null);
        String code = store.add(plan, part);
        noted("strategy.plan.changed", code);
        return code;
    }

    public void changePart(String planCode, Plan.Part part) {
        Plan plan = changeable(planCode);
        if (plan.parts().stream().noneMatch(one -> one.code().equals(part.code()))) {
            throw KakehashiException.notFound();
        }
        checked(part.name(), null, null);
        store.update(part);
        noted("strategy.plan.changed", part.code());
    }

    public String addAction(String planCode, String part, Plan.Action action) {
        Plan plan = changeable(planCode);
        if (plan.parts().stream().noneMatch(one -> one.code().equals(part))) {
            throw KakehashiException.notFound();
        }
        checked(action.title(), action.unit(), action.owner());
        String code = store.add(part, action);
        noted("strategy.plan.changed", code);
        return code;
    }

    public void changeAction(Plan.Action action) {
        requireChange(plans.planOf(action.code()));
        checked(action.title(), action.unit(), action.owner());
        store.update(action);
        noted("strategy.plan.changed", action.code());
    }

    /// Adds a step (with [PlanStep#NEW] as its id) or changes one.
    public UUID saveStep(String action, PlanStep step) {
        requireChange(plans.planOf(action));
        checked(step.title(), step.unit(), step.owner());
        String problem = problem(step);
        if (problem != null) {
            throw KakehashiException.invalid(problem, Map.of());
        }
        noted("strategy.plan.changed", action);
        if (step.id().equals(PlanStep.NEW)) {
            return store.add(action, step);
        }
        store.update(action, step);
        return step.id();
    }

    /// What is wrong with the days of a step: a message key, or null.
    public static @Nullable String problem(PlanStep step) {
        if (step.kind() == PlanStep.Kind.MILESTONE && step.due() == null) {
            return "strategy.step.problem.due";
        }
        return step.from() != null && step.due() != null && step.due().isBefore(step.from())
                ? "strategy.step.problem.order"
                : null;
    }

    public void removeStep(String action, UUID id, int version) {
        requireChange(plans.planOf(action));
        store.removeStep(action, id, version);
        noted("strategy.plan.changed", action);
    }

    /// Whoever owns a step, or who may change the plan, says what came of it.
    public void finishStep(
            String action,
            UUID id,
            int version,
            @Nullable LocalDate doneOn,
            @Nullable String result) {
        PlanStep kept =
                plans.action(action).steps().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(KakehashiException::notFound);
        UUID me = CurrentUser.get().id();
        if (me == null || !me.equals(kept.owner())) {
            requireChange(plans.planOf(action));
        }
        store.update(
                action,
                new PlanStep(
                        id,
                        kept.kind(),
                        kept.title(),
                        kept.level(),
                        kept.unit(),
                        kept.owner(),
                        kept.from(),
                        kept.due(),
                        doneOn,
                        result,
                        version));
        noted("strategy.step.done", action);
    }

    /// An action serves one of another plan, or no longer does.
    public void align(String action, String serves, boolean does) {
        Plan plan = plans.planOf(action);
        requireChange(plan);
        if (plan.equals(plans.planOf(serves))) {
            throw KakehashiException.invalid("strategy.align.problem.same", Map.of());
        }
        store.align(action, serves, does);
        noted("strategy.plan.aligned", action);
    }

    /// An indicator serves the action, or no longer does.
    public void hang(String action, String indicator, boolean does) {
        requireChange(plans.planOf(action));
        plans.indicator(indicator);
        store.hang(action, indicator, does);
        noted("strategy.plan.indicator", action);
    }

    /// Keeps the plan as it stands, as the next edition.
    public int adopt(String code, LocalDate from, Bilingual reason) {
        Plan plan = changeable(code);
        List<PlanEdition> before = plans.editions(plan);
        if (!before.isEmpty() && !from.isAfter(before.getFirst().from())) {
            throw KakehashiException.invalid("strategy.edition.problem.from", Map.of());
        }
        if (reason.parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("ui.typed.required", Map.of());
        }
        int number = before.isEmpty() ? 1 : before.getFirst().number() + 1;
        store.adopt(plan, number, from, reason);
        noted("strategy.plan.adopted", code);
        return number;
    }

    /// Every row of a file, or none. Names beginning with `+` stand for what is added on the way.
    public int takeAll(String planCode, List<PlanRow> rows) {
        changeable(planCode);
        Map<String, String> given = new HashMap<>();
        for (PlanRow row : rows) {
            String under = row.under() == null ? "" : given.getOrDefault(row.under(), row.under());
            if (row.kind().part()) {
                String code = takePart(planCode, row);
                given.put(String.valueOf(row.code()), code);
            } else if (row.kind() == PlanRow.Kind.ACTION) {
                given.put(String.valueOf(row.code()), takeAction(planCode, under, row));
            } else {
                takeStep(planCode, under, row);
            }
        }
        return rows.size();
    }

    private String takePart(String planCode, PlanRow row) {
        Plan.Part part =
                new Plan.Part(
                        String.valueOf(row.code()),
                        row.kind() == PlanRow.Kind.PROCESS ? Plan.Kind.PROCESS : Plan.Kind.TARGET,
                        row.title(),
                        row.aim(),
                        row.version() == null ? 0 : row.version(),
                        List.of());
        if (row.added()) {
            return addPart(planCode, part);
        }
        changePart(planCode, part);
        return part.code();
    }

    private String takeAction(String planCode, String under, PlanRow row) {
        if (row.added()) {
            return addAction(planCode, under, action("", row, null, 0));
        }
        Plan.Action kept = plans.action(String.valueOf(row.code()));
        if (!plans.planOf(kept.code()).code().equals(planCode)) {
            throw KakehashiException.notFound();
        }
        changeAction(action(kept.code(), row, kept.owner(), Objects.requireNonNull(row.version())));
        return kept.code();
    }

    private static Plan.Action action(String code, PlanRow row, @Nullable UUID owner, int version) {
        return new Plan.Action(
                code, row.title(), row.unit(), owner, row.done(), version, List.of(), List.of());
    }

    private void takeStep(String planCode, String under, PlanRow row) {
        if (!plans.planOf(under).code().equals(planCode)) {
            throw KakehashiException.notFound();
        }
        UUID owner =
                plans.action(under).steps().stream()
                        .filter(one -> one.id().equals(row.id()))
                        .map(PlanStep::owner)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        saveStep(
                under,
                new PlanStep(
                        row.id() == null ? PlanStep.NEW : row.id(),
                        row.kind() == PlanRow.Kind.MEASURE
                                ? PlanStep.Kind.MEASURE
                                : PlanStep.Kind.MILESTONE,
                        row.title(),
                        row.level() == null ? "activity" : row.level(),
                        row.unit(),
                        owner,
                        row.from(),
                        row.due(),
                        row.done(),
                        row.result(),
                        row.version() == null ? 0 : row.version()));
    }

    private Plan changeable(String code) {
        Plan plan = plans.plan(code);
        requireChange(plan);
        return plan;
    }

    private void checked(Bilingual title, @Nullable UUID unit, @Nullable UUID owner) {
        if (title.parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("ui.typed.required", Map.of());
        }
        if (unit != null) {
            units.get(unit);
        }
        if (owner != null && !bodies.names(List.of(owner)).containsKey(owner)) {
            throw KakehashiException.notFound();
        }
    }

    private void noted(String action, String code) {
        audit.record(action, "plan", null, Map.of("code", Objects.requireNonNull(code)));
    }
}
