package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.Body;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.Step;
import org.kakehashi.review.StepPlace;
import org.kakehashi.review.web.ProcessDifferences.Difference;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The steps of a draft, one page each.
@Controller
@RequestMapping("/processes/{id:[0-9a-f-]{36}}/steps")
public class StepEditController {
    /// @param saved the step as it is saved; null for a new one
    /// @param places where it may stand
    /// @param escalation bodies that may be told; @param facts whose change restarts it
    public record StepEditPage(
            ReviewProcess process,
            StepForm form,
            @Nullable Step saved,
            List<Choice> kinds,
            List<Choice> bodies,
            List<Choice> escalation,
            List<Choice> places,
            List<Choice> facts,
            @Nullable String refused,
            List<Difference> differences) {}

    private final Processes processes;
    private final ProcessPages pages;
    private final Bodies bodies;
    private final Templates templates;

    StepEditController(
            Processes processes, ProcessPages pages, Bodies bodies, Templates templates) {
        this.processes = processes;
        this.pages = pages;
        this.bodies = bodies;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel fresh(@PathVariable UUID id) {
        ReviewProcess process = processes.draft(id);
        return page(process, StepForm.fresh(process, pages.facts(process)), null, List.of());
    }

    @GetMapping("/{code:[a-z][a-z0-9_-]{0,60}}")
    JteModel edit(@PathVariable UUID id, @PathVariable String code) {
        ReviewProcess process = processes.draft(id);
        Step step = ProcessPages.find(process, code);
        if (step == null) {
            throw KakehashiException.notFound();
        }
        return page(process, StepForm.of(process, step, pages.facts(process)), null, List.of());
    }

    @PostMapping
    @Nullable JteModel save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") Set<String> againOn,
            HttpServletResponse response)
            throws IOException {
        processes.requireConfigure();
        ReviewProcess process = processes.get(id);
        StepForm form = StepForm.read(typed, againOn, pages.facts(process));
        try {
            Step step = form.step(process);
            processes.change(
                    process.withSteps(form.placed().put(process.steps(), step), form.version()));
        } catch (KakehashiException refused) {
            return again(id, form, refused, response);
        }
        response.sendRedirect("/processes/" + id + "/edit#steps-heading");
        return null;
    }

    @PostMapping("/{code:[a-z][a-z0-9_-]{0,60}}/removal")
    String remove(@PathVariable UUID id, @PathVariable String code, @RequestParam int version) {
        ReviewProcess process = processes.get(id);
        Step step = ProcessPages.find(process, code);
        if (step != null) {
            processes.change(
                    process.withSteps(
                            StepPlace.numbered(StepPlace.without(process.steps(), step)), version));
        }
        return "redirect:/processes/" + id + "/edit#steps-heading";
    }

    private JteModel again(
            UUID id, StepForm form, KakehashiException refused, HttpServletResponse response) {
        ReviewProcess process = processes.get(id);
        String said = pages.said(refused, response);
        if (refused.kind() != KakehashiException.Kind.CONFLICT) {
            return page(process, form, said, List.of());
        }
        StepForm current = form.with(process.version());
        Step typed = current.step(process);
        return page(
                process,
                current,
                t("review.process.changedMeanwhile"),
                pages.differences()
                        .between(
                                ProcessPages.find(process, form.code()),
                                current.placed().put(process.steps(), typed).stream()
                                        .filter(step -> step.code().equals(typed.code()))
                                        .findFirst()
                                        .orElse(typed)));
    }

    private JteModel page(
            ReviewProcess process,
            StepForm form,
            @Nullable String refused,
            List<Difference> differences) {
        Step saved = ProcessPages.find(process, form.code());
        return templates.reviewStepEdit(
                new StepEditPage(
                        process,
                        form,
                        saved,
                        Arrays.stream(Step.Kind.values())
                                .map(kind ->
                                        new Choice(
                                                        kind.code(),
                                                        t("review.step.kind." + kind.code()))
                                                .chosenIf(form.kind()))
                                .toList(),
                        bodies(form.body()),
                        bodies(form.escalateTo()),
                        places(process, form),
                        facts(process, form),
                        refused,
                        differences));
    }

    private List<Choice> bodies(String chosen) {
        return bodies.list().stream()
                .filter(body -> body.active() || body.id().toString().equals(chosen))
                .map(StepEditController::choice)
                .map(choice -> choice.chosenIf(chosen))
                .toList();
    }

    private static Choice choice(Body body) {
        String name = t(body.name());
        return new Choice(
                body.id().toString(),
                body.active() ? name : t("review.body.retired.name", "name", name));
    }

    private static List<Choice> places(ReviewProcess process, StepForm form) {
        List<Step> others =
                StepPlace.numbered(
                        process.steps().stream()
                                .filter(step -> !step.code().equals(form.code()))
                                .toList());
        Map<Integer, String> stages =
                others.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Step::stage,
                                        java.util.TreeMap::new,
                                        Collectors.mapping(
                                                step -> t(step.name()),
                                                Collectors.joining(t("review.and")))));
        List<Choice> places = new ArrayList<>();
        places.add(new Choice(new StepPlace(0, false).code(), t("review.place.first")));
        stages.forEach((stage, names) -> {
            places.add(
                    new Choice(
                            new StepPlace(stage, true).code(),
                            t("review.place.beside", "steps", names)));
            places.add(
                    new Choice(
                            new StepPlace(stage, false).code(),
                            t("review.place.after", "steps", names)));
        });
        return places.stream().map(place -> place.chosenIf(form.place())).toList();
    }

    private List<Choice> facts(ReviewProcess process, StepForm form) {
        return pages.facts(process).stream()
                .map(fact ->
                        new Choice(
                                fact.name(), t(fact.label()), form.againOn().contains(fact.name())))
                .toList();
    }
}
