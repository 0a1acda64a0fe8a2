package org.kakehashi.assessment.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.assessment.Assessment;
import org.kakehashi.assessment.Assessments;
import org.kakehashi.assessment.Promise;
import org.kakehashi.assessment.Promises;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.PlainForm;
import org.kakehashi.ui.view.PlainForm.Input;
import org.kakehashi.ui.view.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Corrective actions: promised, and closed with what came of them.
@Controller
class PromiseController {
    private final Assessments assessments;
    private final Promises promises;
    private final AssessmentPages pages;
    private final Templates templates;

    PromiseController(
            Assessments assessments,
            Promises promises,
            AssessmentPages pages,
            Templates templates) {
        this.assessments = assessments;
        this.promises = promises;
        this.pages = pages;
        this.templates = templates;
    }

    @GetMapping("/assessments/{id}/promises/new")
    JteModel blank(@PathVariable UUID id) {
        Assessment one = addable(id);
        return form(one, null, new Typed().with("owner", one.owner()));
    }

    @PostMapping("/assessments/{id}/promises/new")
    @Nullable JteModel add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        Assessment one = addable(id);
        Typed typed = new Typed(all);
        Bilingual title = typed.requiredText("title", "ui.typed.required");
        UUID owner = typed.id("owner");
        LocalDate due = typed.day("dueOn");
        if (due == null) {
            typed.wrong("dueOn", "ui.typed.day");
        }
        if (!typed.fine() || due == null) {
            response.setStatus(422);
            return form(one, null, typed);
        }
        promises.add(id, title, owner, due);
        response.sendRedirect("/assessments/" + id + "#promises");
        return null;
    }

    @GetMapping("/assessments/promises/{id}")
    JteModel filled(@PathVariable UUID id) {
        Promise promise = finishable(id);
        return form(
                assessments.get(promise.assessment()),
                promise,
                new Typed()
                        .with("doneOn", promise.doneOn())
                        .with("outcome", promise.outcome())
                        .with("version", promise.version()));
    }

    @PostMapping("/assessments/promises/{id}")
    @Nullable JteModel finish(
            @PathVariable UUID id,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        Promise promise = finishable(id);
        Typed typed = new Typed(all);
        LocalDate done = typed.day("doneOn");
        String outcome = typed.get("outcome");
        Integer version = typed.number("version", 0, Integer.MAX_VALUE);
        if (done != null && outcome == null) {
            typed.wrong("outcome", "assessment.promise.problem.outcome");
        }
        if (!typed.fine()) {
            response.setStatus(422);
            return form(assessments.get(promise.assessment()), promise, typed);
        }
        promises.finish(id, version == null ? -1 : version, done, outcome);
        response.sendRedirect("/assessments/" + promise.assessment() + "#promises");
        return null;
    }

    private Assessment addable(UUID id) {
        Assessment one = assessments.get(id);
        if (!promises.mayAdd(one)) {
            throw KakehashiException.forbidden("assessment.write");
        }
        return one;
    }

    private Promise finishable(UUID id) {
        Promise promise = promises.get(id);
        if (!promises.mayFinish(promise)) {
            throw KakehashiException.forbidden("assessment.write");
        }
        return promise;
    }

    private JteModel form(Assessment one, @Nullable Promise promise, Typed typed) {
        List<Choice> people =
                pages.everybody().entrySet().stream()
                        .map(each -> new Choice(each.getKey().toString(), t(each.getValue())))
                        .toList();
        List<Input> inputs =
                promise == null
                        ? List.of(
                                Input.both("title", t("assessment.promise.what")).needed(),
                                Input.list(
                                        "owner",
                                        t("assessment.owner"),
                                        people,
                                        t("assessment.nobody")),
                                Input.day("dueOn", t("assessment.promise.dueOn")).needed())
                        : List.of(
                                Input.day("doneOn", t("assessment.promise.doneOn")),
                                Input.text("outcome", t("assessment.promise.outcome")),
                                Input.hidden("version"));
        return templates.uiPlainForm(
                new PlainForm(
                        promise == null ? t("assessment.promise.new") : t(promise.title()),
                        promise == null ? t("assessment.promise.lead") : null,
                        AssessmentController.crumbs(pages.page(one)),
                        promise == null
                                ? "/assessments/" + one.id() + "/promises/new"
                                : "/assessments/promises/" + promise.id(),
                        "/assessments/" + one.id(),
                        typed,
                        inputs));
    }
}
