package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Figures;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanChanges;
import org.kakehashi.strategy.PlanEdition;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Readings;
import org.kakehashi.strategy.Reckoning;
import org.kakehashi.strategy.Target;
import org.kakehashi.strategy.TargetPath;
import org.kakehashi.strategy.Targets;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The plan: processes, targets and actions, each with the indicators that serve it.
@Controller
class PlanController {
    private final Plans plans;
    private final PlanChanges changes;
    private final Figures figures;
    private final Readings readings;
    private final Targets targets;
    private final Templates templates;
    private final Clock clock;

    PlanController(
            Plans plans,
            PlanChanges changes,
            Figures figures,
            Readings readings,
            Targets targets,
            Templates templates,
            Clock clock) {
        this.plans = plans;
        this.changes = changes;
        this.figures = figures;
        this.readings = readings;
        this.targets = targets;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/strategy")
    JteModel plan(
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(name = "plan", required = false) @Nullable String code) {
        Plan now = code == null ? plans.list().getFirst() : plans.plan(code);
        DayChoice choice = DayChoice.of(date, LocalDate.now(clock), Query.here());
        List<Indicator> indicators = plans.indicators();
        Reckoning reckoning = figures.reckon().wanting(indicators, List.of(choice.day())).counted();
        Map<String, Figure> byCode = new LinkedHashMap<>();
        indicators.stream()
                .filter(Indicator::measured)
                .forEach(one -> byCode.put(one.code(), reckoning.figure(one, choice.day())));
        indicators.stream()
                .filter(one -> !one.measured())
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                some -> readings.figures(some, List.of(choice.day()))))
                .values()
                .stream()
                .map(List::getFirst)
                .filter(figure -> figure.indicator().computed() || figure.value() != null)
                .forEach(figure -> byCode.put(figure.indicator().code(), figure));
        // a day before today shows the plan as it stood then, where it was adopted
        PlanEdition edition =
                choice.day().isBefore(choice.today())
                        ? plans.edition(now, choice.day()).orElse(null)
                        : null;
        return templates.strategyPlan(
                new PlanPage(
                        choice,
                        edition == null ? now : edition.plan(),
                        edition,
                        tabs(now, choice),
                        changes.mayChange(now),
                        byAction(indicators),
                        byCode,
                        statuses(indicators, byCode, choice)));
    }

    private List<Tab> tabs(Plan shown, DayChoice choice) {
        List<Plan> all = plans.list();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(one ->
                                new Tab(
                                        t(one.name()),
                                        choice.query().with("plan", one.code()).href(),
                                        one.code().equals(shown.code())))
                        .toList();
    }

    /// Where those with a target stand.
    private Map<String, TargetPath.Status> statuses(
            List<Indicator> indicators, Map<String, Figure> figures, DayChoice choice) {
        Map<String, List<Target>> set = targets.ofTheWhole();
        Map<String, TargetPath.Status> statuses = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            int year = indicator.year(choice.day());
            Figure figure = figures.get(indicator.code());
            TargetPath.of(set.getOrDefault(indicator.code(), List.of()), year)
                    .ifPresent(path ->
                            statuses.put(
                                    indicator.code(),
                                    path.status(
                                            figure == null ? null : figure.value(),
                                            year,
                                            indicator.direction() == Indicator.Direction.DOWN)));
        }
        return statuses;
    }

    private static Map<String, List<Indicator>> byAction(List<Indicator> indicators) {
        Map<String, List<Indicator>> serving = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            indicator
                    .actions()
                    .forEach(action ->
                            serving.computeIfAbsent(action, any -> new ArrayList<>())
                                    .add(indicator));
        }
        return serving;
    }
}
