package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanChanges;
import org.kakehashi.strategy.PlanStep;
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
import org.springframework.web.bind.annotation.RequestParam;

/// An action of a plan: shown, changed, with its steps, indicators and alignment.
@Controller
class PlanActionController {
    private final Plans plans;
    private final PlanChanges changes;
    private final PlanActionPages pages;
    private final PlanWords words;
    private final Templates templates;

    PlanActionController(
            Plans plans,
            PlanChanges changes,
            PlanActionPages pages,
            PlanWords words,
            Templates templates) {
        this.plans = plans;
        this.changes = changes;
        this.pages = pages;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/strategy/actions/{code}")
    JteModel show(@PathVariable String code) {
        return templates.strategyAction(pages.page(plans.planOf(code), plans.action(code)));
    }

    @GetMapping("/strategy/plans/{plan}/actions/new")
    JteModel blank(
            @PathVariable String plan, @RequestParam(required = false) @Nullable String part) {
        return actionForm(changeable(plan), null, new Typed().with("part", part));
    }

    @PostMapping("/strategy/plans/{plan}/actions/new")
    @Nullable JteModel add(
            @PathVariable String plan,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        Plan ofPlan = changeable(plan);
        Typed typed = new Typed(all);
        Plan.Action read = read("", typed);
        String part = typed.or("part", "");
        if (ofPlan.parts().stream().noneMatch(one -> one.code().equals(part))) {
            typed.wrong("part", "ui.typed.unknown");
        }
        if (!typed.fine()) {
            response.setStatus(422);
            return actionForm(ofPlan, null, typed);
        }
        response.sendRedirect("/strategy/actions/" + changes.addAction(plan, part, read));
        return null;
    }

    @GetMapping("/strategy/actions/{code}/edit")
    JteModel filled(@PathVariable String code) {
        Plan.Action action = plans.action(code);
        Plan plan = plans.planOf(code);
        changes.requireChange(plan);
        return actionForm(
                plan,
                action,
                new Typed()
                        .with("title", action.title())
                        .with("unit", action.unit())
                        .with("owner", action.owner())
                        .with("endedOn", action.endedOn())
                        .with("version", action.version()));
    }

    @PostMapping("/strategy/actions/{code}/edit")
    @Nullable JteModel change(
            @PathVariable String code,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        Plan plan = plans.planOf(code);
        changes.requireChange(plan);
        Typed typed = new Typed(all);
        Plan.Action read = read(code, typed);
        if (!typed.fine()) {
            response.setStatus(422);
            return actionForm(plan, plans.action(code), typed);
        }
        changes.changeAction(read);
        response.sendRedirect("/strategy/actions/" + code);
        return null;
    }

    private static Plan.Action read(String code, Typed typed) {
        Integer version = typed.number("version", 0, Integer.MAX_VALUE);
        return new Plan.Action(
                code,
                typed.requiredText("title", "ui.typed.required"),
                typed.id("unit"),
                typed.id("owner"),
                typed.day("endedOn"),
                version == null ? -1 : version,
                List.of(),
                List.of());
    }

    private JteModel actionForm(Plan plan, Plan.@Nullable Action action, Typed typed) {
        List<Input> inputs = new java.util.ArrayList<>();
        if (action == null) {
            List<Choice> parts =
                    plan.parts().stream()
                            .map(one -> new Choice(one.code(), one.code() + " " + t(one.name())))
                            .toList();
            inputs.add(Input.list("part", t("strategy.action.part"), parts, null));
        }
        inputs.add(Input.both("title", t("strategy.action.title")).needed());
        inputs.add(
                Input.list("unit", t("strategy.action.unit"), words.units(), t("strategy.nobody")));
        inputs.add(
                Input.list(
                        "owner", t("strategy.action.owner"), words.people(), t("strategy.nobody")));
        inputs.add(
                Input.day("endedOn", t("strategy.action.endedOn"))
                        .hint(t("strategy.action.endedOn.hint")));
        inputs.add(Input.hidden("version"));
        return templates.uiPlainForm(
                new PlainForm(
                        action == null
                                ? t("strategy.action.new")
                                : t("strategy.action.change", "code", action.code()),
                        null,
                        PlanEditController.crumbs(plan),
                        action == null
                                ? "/strategy/plans/" + plan.code() + "/actions/new"
                                : "/strategy/actions/" + action.code() + "/edit",
                        action == null
                                ? "/strategy/plans/" + plan.code() + "/edit"
                                : "/strategy/actions/" + action.code(),
                        typed,
                        inputs));
    }

    @GetMapping("/strategy/actions/{code}/steps/new")
    JteModel blankStep(@PathVariable String code) {
        changes.requireChange(plans.planOf(code));
        return stepForm(code, null, new Typed().with("level", "activity"));
    }

    @GetMapping("/strategy/actions/{code}/steps/{id}")
    JteModel step(@PathVariable String code, @PathVariable UUID id) {
        PlanStep step = pages.step(code, id);
        pages.requireFinish(code, step);
        return stepForm(code, step, typed(step));
    }

    private static Typed typed(PlanStep step) {
        return new Typed()
                .with("kind", step.kind().code())
                .with("title", step.title())
                .with("level", step.level())
                .with("unit", step.unit())
                .with("owner", step.owner())
                .with("from", step.from())
                .with("due", step.due())
                .with("doneOn", step.doneOn())
                .with("result", step.result())
                .with("version", step.version());
    }

    @PostMapping({"/strategy/actions/{code}/steps/new", "/strategy/actions/{code}/steps/{id}"})
    @Nullable JteModel saveStep(
            @PathVariable String code,
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        PlanStep kept = id == null ? null : pages.step(code, id);
        boolean mayChange = changes.mayChange(plans.planOf(code));
        if (kept == null) {
            changes.requireChange(plans.planOf(code));
        } else {
            pages.requireFinish(code, kept);
        }
        Typed typed = new Typed(all);
        if (kept != null && !mayChange) {
            return finish(code, kept, typed, response);
        }
        PlanStep read = readStep(id, typed);
        String problem = PlanChanges.problem(read);
        if (problem != null) {
            typed.wrong("due", problem);
        }
        if (!typed.fine()) {
            response.setStatus(422);
            return stepForm(code, kept, typed);
        }
        changes.saveStep(code, read);
        response.sendRedirect("/strategy/actions/" + code + "#steps");
        return null;
    }

    private static PlanStep readStep(@Nullable UUID id, Typed typed) {
        Integer version = typed.number("version", 0, Integer.MAX_VALUE);
        String level = typed.or("level", "");
        if (!PlanStep.LEVELS.contains(level)) {
            typed.wrong("level", "ui.typed.unknown");
        }
        return new PlanStep(
                id == null ? PlanStep.NEW : id,
                Coded.find(PlanStep.Kind.class, typed.get("kind")).orElse(PlanStep.Kind.MEASURE),
                typed.requiredText("title", "ui.typed.required"),
                level,
                typed.id("unit"),
                typed.id("owner"),
                typed.day("from"),
                typed.day("due"),
                typed.day("doneOn"),
                typed.get("result"),
                version == null ? -1 : version);
    }

    /// An owner who may not change the plan says only what came of the step.
    private @Nullable JteModel finish(
            String code, PlanStep kept, Typed typed, HttpServletResponse response)
            throws IOException {
        Integer version = typed.number("version", 0, Integer.MAX_VALUE);
        LocalDate doneOn = typed.day("doneOn");
        if (!typed.fine()) {
            response.setStatus(422);
            return stepForm(code, kept, typed);
        }
        changes.finishStep(
                code, kept.id(), version == null ? -1 : version, doneOn, typed.get("result"));
        response.sendRedirect("/strategy/actions/" + code + "#steps");
        return null;
    }

    private JteModel stepForm(String code, @Nullable PlanStep step, Typed typed) {
        Plan plan = plans.planOf(code);
        List<Input> inputs = new java.util.ArrayList<>();
        if (changes.mayChange(plan)) {
            List<Choice> kinds =
                    Arrays.stream(PlanStep.Kind.values())
                            .map(one -> new Choice(one.code(), t("strategy.step." + one.code())))
                            .toList();
            inputs.add(Input.list("kind", t("strategy.step.kind"), kinds, null));
            inputs.add(Input.both("title", t("strategy.action.title")).needed());
            inputs.add(Input.list("level", t("strategy.chain"), PlanWords.levels(), null));
            inputs.add(
                    Input.list(
                            "unit",
                            t("strategy.action.unit"),
                            words.units(),
                            t("strategy.nobody")));
            inputs.add(
                    Input.list(
                            "owner",
                            t("strategy.step.owner"),
                            words.people(),
                            t("strategy.nobody")));
            inputs.add(Input.day("from", t("strategy.step.from")));
            inputs.add(Input.day("due", t("strategy.step.due")));
        }
        inputs.add(Input.day("doneOn", t("strategy.step.doneOn")));
        inputs.add(Input.text("result", t("strategy.step.result")));
        inputs.add(Input.hidden("version"));
        List<Crumb> crumbs = new java.util.ArrayList<>(PlanEditController.crumbs(plan));
        crumbs.add(new Crumb(t(plans.action(code).title()), "/strategy/actions/" + code));
        return templates.uiPlainForm(
                new PlainForm(
                        step == null ? t("strategy.step.new") : t(step.title()),
                        null,
                        crumbs,
                        "/strategy/actions/"
                                + code
                                + "/steps/"
                                + (step == null ? "new" : step.id()),
                        "/strategy/actions/" + code,
                        typed,
                        inputs));
    }

    @PostMapping("/strategy/actions/{code}/steps/{id}/removal")
    void removeStep(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response)
            throws IOException {
        changes.removeStep(code, id, version);
        response.sendRedirect("/strategy/actions/" + code + "#steps");
    }

    @PostMapping("/strategy/actions/{code}/alignment")
    void align(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String serves,
            @RequestParam(defaultValue = "true") boolean does,
            HttpServletResponse response)
            throws IOException {
        changes.align(code, serves, does);
        response.sendRedirect("/strategy/actions/" + code + "#alignment");
    }

    @PostMapping("/strategy/actions/{code}/indicators")
    void hang(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "true") boolean does,
            HttpServletResponse response)
            throws IOException {
        changes.hang(code, indicator, does);
        response.sendRedirect("/strategy/actions/" + code + "#chain");
    }

    private Plan changeable(String code) {
        Plan plan = plans.plan(code);
        changes.requireChange(plan);
        if (plan.parts().isEmpty()) {
            throw KakehashiException.invalid("strategy.plan.problem.noParts", Map.of());
        }
        return plan;
    }
}
