package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanChanges;
import org.kakehashi.strategy.Plans;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Crumb;
import org.kakehashi.ui.view.PlainForm;
import org.kakehashi.ui.view.PlainForm.Input;
import org.kakehashi.ui.view.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of plans, and making one.
@Controller
@RequestMapping("/strategy/plans")
class PlansController {
    private final Plans plans;
    private final PlanChanges changes;
    private final PlanWords words;
    private final Templates templates;
    private final Clock clock;

    PlansController(
            Plans plans, PlanChanges changes, PlanWords words, Templates templates, Clock clock) {
        this.plans = plans;
        this.changes = changes;
        this.words = words;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping
    JteModel list() {
        LocalDate today = LocalDate.now(clock);
        List<PlansPage.Line> lines =
                plans.list().stream()
                        .map(plan ->
                                new PlansPage.Line(
                                        plan,
                                        words.unit(plan.unit()),
                                        plans.edition(plan, today).orElse(null),
                                        served(plan)))
                        .toList();
        return templates.strategyPlans(new PlansPage(lines, changes.mayMake()));
    }

    private List<String> served(Plan plan) {
        return plan.actions().stream()
                .flatMap(action -> action.serves().stream())
                .map(code -> plans.planOf(code).code())
                .distinct()
                .toList();
    }

    @GetMapping("/new")
    JteModel blank() {
        changes.requireMake();
        return form(null, new Typed());
    }

    @PostMapping("/new")
    @Nullable JteModel create(@RequestParam Map<String, String> all, HttpServletResponse response)
            throws IOException {
        changes.requireMake();
        Typed typed = new Typed(all);
        String code = typed.or("code", "").toUpperCase(Locale.ROOT);
        Plan plan = plan(code, typed, 0);
        String problem = changes.problem(code);
        if (problem != null) {
            typed.wrong("code", problem);
        }
        if ((plan.scope() == Plan.Scope.UNIT) != (plan.unit() != null)) {
            typed.wrong("unit", "strategy.plan.problem.unit");
        }
        if (!typed.fine()) {
            response.setStatus(422);
            return form(null, typed);
        }
        changes.create(plan);
        response.sendRedirect("/strategy/plans/" + code + "/edit");
        return null;
    }

    @GetMapping("/{code}/settings")
    JteModel filled(@PathVariable String code) {
        Plan plan = plans.plan(code);
        changes.requireChange(plan);
        return form(
                plan,
                new Typed()
                        .with("name", plan.name())
                        .with("fromYear", plan.fromYear())
                        .with("untilYear", plan.untilYear())
                        .with("version", plan.version()));
    }

    @PostMapping("/{code}/settings")
    @Nullable JteModel change(
            @PathVariable String code,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        Plan plan = plans.plan(code);
        changes.requireChange(plan);
        Typed typed = new Typed(all);
        Integer version = typed.number("version", 0, Integer.MAX_VALUE);
        Plan changed = plan(code, typed, version == null ? -1 : version);
        if (!typed.fine()) {
            response.setStatus(422);
            return form(plan, typed);
        }
        changes.change(changed);
        response.sendRedirect("/strategy/plans/" + code + "/edit");
        return null;
    }

    private static Plan plan(String code, Typed typed, int version) {
        Integer from = typed.number("fromYear", 1950, 2200);
        Integer until = typed.number("untilYear", 1950, 2200);
        if (from != null && until != null && until < from) {
            typed.wrong("untilYear", "strategy.plan.problem.years");
        }
        return new Plan(
                code,
                typed.requiredText("name", "ui.typed.required"),
                Coded.find(Plan.Scope.class, typed.get("scope")).orElse(Plan.Scope.STRATEGY),
                typed.id("unit"),
                from,
                until,
                version,
                List.of());
    }

    private JteModel form(@Nullable Plan plan, Typed typed) {
        List<Input> years =
                List.of(
                        Input.text("fromYear", t("strategy.plan.fromYear"))
                                .hint(t("strategy.plan.year.hint")),
                        Input.text("untilYear", t("strategy.plan.untilYear")));
        List<Input> inputs = new java.util.ArrayList<>();
        if (plan == null) {
            inputs.add(
                    Input.text("code", t("strategy.column.code"))
                            .needed()
                            .hint(t("strategy.plan.code.hint")));
            inputs.add(Input.list("scope", t("strategy.plan.scope"), scopes(), null));
            inputs.add(
                    Input.list(
                                    "unit",
                                    t("strategy.plan.unit"),
                                    words.units(),
                                    t("strategy.record.whole"))
                            .hint(t("strategy.plan.unit.hint")));
        } else {
            inputs.add(Input.hidden("version"));
        }
        inputs.add(Input.both("name", t("strategy.plan.name")).needed());
        inputs.addAll(years);
        String back = plan == null ? "/strategy/plans" : "/strategy/plans/" + plan.code() + "/edit";
        return templates.uiPlainForm(
                new PlainForm(
                        t(plan == null ? "strategy.plan.new" : "strategy.plan.settings"),
                        null,
                        List.of(
                                new Crumb(t("strategy.title"), "/strategy"),
                                new Crumb(t("strategy.plans"), "/strategy/plans")),
                        plan == null
                                ? "/strategy/plans/new"
                                : "/strategy/plans/" + plan.code() + "/settings",
                        back,
                        typed,
                        inputs));
    }

    private static List<Choice> scopes() {
        return Arrays.stream(Plan.Scope.values())
                .map(one -> new Choice(one.code(), t("strategy.plan.scope." + one.code())))
                .toList();
    }
}
