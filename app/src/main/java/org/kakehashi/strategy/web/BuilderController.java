package org.kakehashi.strategy.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.Catalogue;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plans;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The indicator builder: a planner describes what is counted, sees the formula and what it gives,
/// and keeps it.
@Controller
class BuilderController {
    private final Plans plans;
    private final Catalogue catalogue;
    private final BuilderPages pages;
    private final Templates templates;

    BuilderController(Plans plans, Catalogue catalogue, BuilderPages pages, Templates templates) {
        this.plans = plans;
        this.catalogue = catalogue;
        this.pages = pages;
        this.templates = templates;
    }

    @GetMapping("/strategy/indicators/new")
    JteModel blank() {
        catalogue.requireEdit();
        return templates.strategyBuilder(pages.page(null, BuilderForm.blank(), Map.of(), false));
    }

    @PostMapping("/strategy/indicators/new")
    @Nullable JteModel add(
            @ModelAttribute BuilderForm form,
            @RequestParam(defaultValue = "save") String step,
            HttpServletResponse response)
            throws IOException {
        catalogue.requireEdit();
        if (!step.equals("save")) {
            return tried(null, form, step);
        }
        Map<String, String> problems = form.problems(true, pages.today());
        if (!problems.isEmpty() || !pages.formulaProblems(null, form).isEmpty()) {
            response.setStatus(422);
            return templates.strategyBuilder(pages.page(null, form, problems, true));
        }
        String code = catalogue.add(form.draft(BuilderPages.UNITS, pages.actionCodes()));
        response.sendRedirect("/strategy/indicators/" + code);
        return null;
    }

    @GetMapping("/strategy/indicators/{code}/definition")
    JteModel edit(@PathVariable String code) {
        catalogue.requireEdit();
        Indicator indicator = editable(code);
        return templates.strategyBuilder(
                pages.page(
                        indicator,
                        BuilderForm.of(indicator, FiscalYear.of(pages.today()).year()),
                        Map.of(),
                        false));
    }

    @PostMapping("/strategy/indicators/{code}/definition")
    @Nullable JteModel define(
            @PathVariable String code,
            @ModelAttribute BuilderForm form,
            @RequestParam(defaultValue = "save") String step,
            HttpServletResponse response)
            throws IOException {
        catalogue.requireEdit();
        Indicator indicator = editable(code);
        if (!step.equals("save")) {
            return tried(indicator, form, step);
        }
        Map<String, String> problems = form.problems(false, pages.today());
        if (!problems.isEmpty() || !pages.formulaProblems(indicator, form).isEmpty()) {
            response.setStatus(422);
            return templates.strategyBuilder(pages.page(indicator, form, problems, true));
        }
        catalogue.define(
                code,
                form.edition(BuilderPages.UNITS),
                form.editions() == null ? 0 : form.editions());
        response.sendRedirect("/strategy/indicators/" + code);
        return null;
    }

    private Indicator editable(String code) {
        Indicator indicator = plans.indicator(code);
        if (indicator.measured()) {
            throw KakehashiException.invalid("strategy.define.builtIn", Map.of());
        }
        return indicator;
    }

    private JteModel tried(@Nullable Indicator indicator, BuilderForm form, String step) {
        return templates.strategyBuilder(
                pages.page(
                        indicator, step.equals("write") ? form.written() : form, Map.of(), true));
    }
}
