package org.kakehashi.strategy.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Target;
import org.kakehashi.strategy.Targets;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The targets of an indicator.
@Controller
@RequestMapping("/strategy/indicators/{code}/targets")
class TargetController {
    private final Plans plans;
    private final Targets targets;
    private final TargetPages pages;
    private final Units units;
    private final Templates templates;
    private final Clock clock;

    TargetController(
            Plans plans,
            Targets targets,
            TargetPages pages,
            Units units,
            Templates templates,
            Clock clock) {
        this.plans = plans;
        this.targets = targets;
        this.pages = pages;
        this.units = units;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping
    JteModel show(
            @PathVariable String code, @RequestParam(required = false) @Nullable String date) {
        return templates.strategyTargets(
                pages.page(plans.indicator(code), choice(code, date), TargetForm.BLANK, Map.of()));
    }

    @PostMapping
    @Nullable JteModel set(
            @PathVariable String code,
            @ModelAttribute TargetForm form,
            HttpServletResponse response)
            throws IOException {
        targets.requireSet();
        Indicator indicator = plans.indicator(code);
        Map<String, String> problems = new LinkedHashMap<>(form.problems());
        if (problems.isEmpty()) {
            Target target = form.target(indicator, unit(form.unit()));
            String problem = targets.problem(target);
            if (problem == null) {
                targets.set(target);
                response.sendRedirect("/strategy/indicators/" + code + "/targets");
                return null;
            }
            problems.put("year", problem);
        }
        response.setStatus(422);
        return templates.strategyTargets(pages.page(indicator, choice(code, null), form, problems));
    }

    @PostMapping("/{id}/removal")
    void remove(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response)
            throws IOException {
        targets.remove(code, id, version);
        response.sendRedirect("/strategy/indicators/" + code + "/targets");
    }

    private DayChoice choice(String code, @Nullable String date) {
        return DayChoice.of(
                date,
                LocalDate.now(clock),
                Query.of("/strategy/indicators/" + code + "/targets").with("date", date));
    }

    private @Nullable UUID unit(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return units.get(UUID.fromString(typed)).id();
        } catch (IllegalArgumentException e) {
            throw KakehashiException.notFound();
        }
    }
}
