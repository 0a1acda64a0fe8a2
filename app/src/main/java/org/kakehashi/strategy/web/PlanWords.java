package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.review.Bodies;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanStep;
import org.kakehashi.strategy.Plans;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Component;

/// What the people, units and actions of plans are called, and the lists they are chosen from.
@Component
public class PlanWords {
    private final Units units;
    private final Bodies bodies;
    private final Plans plans;

    PlanWords(Units units, Bodies bodies, Plans plans) {
        this.units = units;
        this.bodies = bodies;
        this.plans = plans;
    }

    List<Choice> units() {
        LocalDate today = LocalDate.now(Dates.zone());
        return units.list().stream()
                .filter(unit -> unit.validOn(today))
                .map(unit -> new Choice(unit.id().toString(), t(unit.name())))
                .toList();
    }

    List<Choice> people() {
        return bodies.people().entrySet().stream()
                .map(one -> new Choice(one.getKey().toString(), t(one.getValue())))
                .toList();
    }

    /// Actions of the other plans.
    List<Choice> actionsBeside(Plan plan) {
        return plans.list().stream()
                .filter(one -> !one.code().equals(plan.code()))
                .flatMap(one -> one.actions().stream())
                .filter(one -> one.endedOn() == null)
                .map(one -> new Choice(one.code(), one.code() + " " + t(one.title())))
                .toList();
    }

    static List<Choice> levels() {
        return PlanStep.LEVELS.stream()
                .map(one -> new Choice(one, t("strategy.chain." + one)))
                .toList();
    }

    @Nullable String unit(@Nullable UUID id) {
        return id == null ? null : units.find(id).map(Unit::name).map(name -> t(name)).orElse(null);
    }

    Map<UUID, Bilingual> names(Collection<UUID> people) {
        return bodies.names(people);
    }
}
