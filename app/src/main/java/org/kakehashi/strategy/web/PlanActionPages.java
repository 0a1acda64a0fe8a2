package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanChanges;
import org.kakehashi.strategy.PlanStep;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Readings;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Component;

/// Puts the page of an action together.
@Component
class PlanActionPages {
    private final Plans plans;
    private final PlanChanges changes;
    private final Readings readings;
    private final PlanWords words;
    private final Clock clock;

    PlanActionPages(
            Plans plans, PlanChanges changes, Readings readings, PlanWords words, Clock clock) {
        this.plans = plans;
        this.changes = changes;
        this.readings = readings;
        this.words = words;
        this.clock = clock;
    }

    PlanActionPage page(Plan plan, Plan.Action action) {
        boolean mayChange = changes.mayChange(plan);
        Map<UUID, Bilingual> people =
                words.names(
                        Stream.concat(
                                        Stream.of(action.owner()),
                                        action.steps().stream().map(PlanStep::owner))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return new PlanActionPage(
                plan,
                action,
                words.unit(action.unit()),
                name(people, action.owner()),
                indicators(action),
                action.steps().stream().map(one -> line(one, people)).toList(),
                action.serves().stream().map(plans::action).map(this::link).toList(),
                plans.servedBy(action.code()).stream().map(this::link).toList(),
                mayChange ? words.actionsBeside(plan) : List.of(),
                mayChange ? hangable(action) : List.of(),
                mayChange,
                LocalDate.now(clock));
    }

    private Map<String, List<PlanActionPage.FigureLine>> indicators(Plan.Action action) {
        LocalDate today = LocalDate.now(clock);
        Map<String, List<PlanActionPage.FigureLine>> byLevel = new LinkedHashMap<>();
        List<Indicator> serving =
                plans.indicators().stream()
                        .filter(one -> one.actions().contains(action.code()))
                        .toList();
        readings.figures(serving, List.of(today))
                .forEach((indicator, figures) -> {
                    BigDecimal value = figures.getFirst().value();
                    byLevel.computeIfAbsent(indicator.level(), any -> new ArrayList<>())
                            .add(
                                    new PlanActionPage.FigureLine(
                                            indicator,
                                            FigureText.number(indicator, value),
                                            FigureText.unit(indicator)));
                });
        return byLevel;
    }

    private List<Choice> hangable(Plan.Action action) {
        return plans.indicators().stream()
                .filter(one -> !one.actions().contains(action.code()))
                .map(one -> new Choice(one.code(), one.code() + " " + t(one.name())))
                .toList();
    }

    private PlanActionPage.StepLine line(PlanStep step, Map<UUID, Bilingual> people) {
        UUID me = CurrentUser.get().id();
        return new PlanActionPage.StepLine(
                step,
                words.unit(step.unit()),
                name(people, step.owner()),
                me != null && me.equals(step.owner()));
    }

    private PlanActionPage.Link link(Plan.Action action) {
        return new PlanActionPage.Link(
                action.code(), t(action.title()), t(plans.planOf(action.code()).name()));
    }

    private static @Nullable String name(Map<UUID, Bilingual> people, @Nullable UUID id) {
        Bilingual name = id == null ? null : people.get(id);
        return name == null ? null : t(name);
    }

    PlanStep step(String action, UUID id) {
        return plans.action(action).steps().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    /// Its owner, or who may change the plan.
    void requireFinish(String action, PlanStep step) {
        UUID me = CurrentUser.get().id();
        if (me == null || !me.equals(step.owner())) {
            changes.requireChange(plans.planOf(action));
        }
    }
}
