package org.kakehashi.assessment.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.assessment.Assessment;
import org.kakehashi.assessment.Assessment.Criterion;
import org.kakehashi.assessment.Assessments;
import org.kakehashi.kernel.Coded;
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

/// A self-assessment: shown, written, commented, proved.
@Controller
@RequestMapping("/assessments/{id:[0-9a-f-]{36}}")
class AssessmentController {
    private final Assessments assessments;
    private final AssessmentPages pages;
    private final Templates templates;

    AssessmentController(Assessments assessments, AssessmentPages pages, Templates templates) {
        this.assessments = assessments;
        this.pages = pages;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return templates.assessmentShow(pages.page(assessments.get(id)));
    }

    @GetMapping("/edit")
    JteModel edit(@PathVariable UUID id) {
        Assessment one = assessments.get(id);
        assessments.requireWrite(one);
        Assessment.Content content = one.content();
        Typed typed =
                new Typed()
                        .with("grade", content.grade() == null ? null : content.grade().code())
                        .with("narrative", content.narrative())
                        .with("version", one.version());
        content.judgements()
                .forEach((criterion, judged) ->
                        typed.with("mark-" + criterion.code(), judged.mark())
                                .with("reason-" + criterion.code(), judged.reason()));
        return form(one, typed);
    }

    @PostMapping("/edit")
    @Nullable JteModel save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        Assessment one = assessments.get(id);
        assessments.requireWrite(one);
        Typed typed = new Typed(all);
        Map<Criterion, Assessment.Judgement> judgements = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            Integer mark = typed.number("mark-" + criterion.code(), 1, 4);
            if (mark != null) {
                judgements.put(
                        criterion,
                        new Assessment.Judgement(mark, typed.get("reason-" + criterion.code())));
            } else if (typed.get("reason-" + criterion.code()) != null) {
                typed.wrong("mark-" + criterion.code(), "assessment.criterion.problem");
            }
        }
        Assessment.Content content =
                new Assessment.Content(
                        Coded.find(Assessment.Grade.class, typed.get("grade")).orElse(null),
                        typed.text("narrative"),
                        judgements);
        Integer version = typed.number("version", 0, Integer.MAX_VALUE);
        if (!typed.fine()) {
            response.setStatus(422);
            return form(one, typed);
        }
        assessments.save(id, version == null ? -1 : version, content);
        response.sendRedirect("/assessments/" + id);
        return null;
    }

    private JteModel form(Assessment one, Typed typed) {
        List<Choice> grades =
                Arrays.stream(Assessment.Grade.values())
                        .map(each -> new Choice(each.code(), t("assessment.grade." + each.code())))
                        .toList();
        List<Choice> marks =
                IntStream.rangeClosed(1, 4)
                        .mapToObj(each ->
                                new Choice(Integer.toString(each), t("assessment.mark." + each)))
                        .toList();
        List<Input> inputs = new ArrayList<>();
        inputs.add(
                Input.list("grade", t("assessment.grade"), grades, t("assessment.grade.none"))
                        .hint(t("assessment.grade.hint")));
        inputs.add(
                Input.bothLong("narrative", t("assessment.narrative"))
                        .hint(t("assessment.narrative.hint")));
        for (Criterion criterion : Criterion.values()) {
            String name = t("assessment.criterion." + criterion.code());
            inputs.add(
                    Input.list(
                                    "mark-" + criterion.code(),
                                    name,
                                    marks,
                                    t("assessment.criterion.none"))
                            .hint(t("assessment.criterion." + criterion.code() + ".hint")));
            inputs.add(
                    Input.text(
                            "reason-" + criterion.code(),
                            t("assessment.criterion.reason", "name", name)));
        }
        inputs.add(Input.hidden("version"));
        AssessmentPage page = pages.page(one);
        return templates.uiPlainForm(
                new PlainForm(
                        t("assessment.write", "code", one.action()),
                        page.title(),
                        crumbs(page),
                        "/assessments/" + one.id() + "/edit",
                        "/assessments/" + one.id(),
                        typed,
                        inputs));
    }

    static List<Crumb> crumbs(AssessmentPage page) {
        return List.of(
                new Crumb(t("assessment.title"), "/assessments"),
                new Crumb(page.year(), "/assessments/cycles/" + page.cycle().id()),
                new Crumb(page.assessment().action(), "/assessments/" + page.assessment().id()));
    }

    @PostMapping("/remarks")
    void say(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String indicator,
            HttpServletResponse response)
            throws IOException {
        assessments.say(id, indicator.isBlank() ? null : indicator, text);
        response.sendRedirect("/assessments/" + id + "#remarks");
    }

    @PostMapping("/evidence")
    void prove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String address,
            HttpServletResponse response)
            throws IOException {
        assessments.prove(id, label, address);
        response.sendRedirect("/assessments/" + id + "#evidence");
    }

    @PostMapping("/evidence/{evidence}/removal")
    void takeBack(@PathVariable UUID id, @PathVariable UUID evidence, HttpServletResponse response)
            throws IOException {
        assessments.takeBack(id, evidence);
        response.sendRedirect("/assessments/" + id + "#evidence");
    }
}
