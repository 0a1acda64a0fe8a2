package org.kakehashi.assessment.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.assessment.Cycle;
import org.kakehashi.assessment.Cycles;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.Plans;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
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

/// Assessment cycles.
@Controller
@RequestMapping("/assessments")
class CycleController {
    private final Cycles cycles;
    private final CyclePages pages;
    private final Plans plans;
    private final Templates templates;
    private final Clock clock;

    CycleController(
            Cycles cycles, CyclePages pages, Plans plans, Templates templates, Clock clock) {
        this.cycles = cycles;
        this.pages = pages;
        this.plans = plans;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping
    JteModel list() {
        return templates.assessmentCycles(pages.all());
    }

    @GetMapping("/cycles/new")
    JteModel blank() {
        cycles.requireManage();
        FiscalYear last = FiscalYear.of(LocalDate.now(clock)).plus(-1);
        return form(
                new Typed()
                        .with("year", last.year())
                        .with("referenceDay", last.end())
                        .with("dueOn", last.end().plusMonths(2)));
    }

    @PostMapping("/cycles/new")
    @Nullable JteModel open(@RequestParam Map<String, String> all, HttpServletResponse response)
            throws IOException {
        cycles.requireManage();
        Typed typed = new Typed(all);
        Integer year = typed.number("year", 1950, 2200);
        LocalDate day = typed.day("referenceDay");
        LocalDate due = typed.day("dueOn");
        String plan = typed.or("plan", "");
        if (plans.list().stream().noneMatch(one -> one.code().equals(plan))) {
            typed.wrong("plan", "ui.typed.unknown");
        }
        if (year == null) {
            typed.wrong("year", "ui.typed.number");
        }
        if (day == null) {
            typed.wrong("referenceDay", "ui.typed.day");
        }
        if (due == null) {
            typed.wrong("dueOn", "ui.typed.day");
        }
        if (typed.fine() && year != null && day != null && due != null) {
            Cycle cycle =
                    new Cycle(
                            new UUID(0, 0),
                            plan,
                            Coded.find(Cycle.Kind.class, typed.get("kind"))
                                    .orElse(Cycle.Kind.YEARLY),
                            year,
                            day,
                            due,
                            false,
                            0);
            cycles.problems(cycle).forEach(typed::wrong);
            if (typed.fine()) {
                response.sendRedirect("/assessments/cycles/" + cycles.open(cycle));
                return null;
            }
        }
        response.setStatus(422);
        return form(typed);
    }

    private JteModel form(Typed typed) {
        List<Choice> kinds =
                Arrays.stream(Cycle.Kind.values())
                        .map(one ->
                                new Choice(one.code(), t("assessment.cycle.kind." + one.code())))
                        .toList();
        List<Choice> all =
                plans.list().stream().map(one -> new Choice(one.code(), t(one.name()))).toList();
        return templates.uiPlainForm(
                new PlainForm(
                        t("assessment.cycle.new"),
                        t("assessment.cycle.new.lead"),
                        List.of(new Crumb(t("assessment.title"), "/assessments")),
                        "/assessments/cycles/new",
                        "/assessments",
                        typed,
                        List.of(
                                Input.list("plan", t("assessment.cycle.plan"), all, null),
                                Input.list("kind", t("assessment.cycle.kind"), kinds, null),
                                Input.text("year", t("assessment.cycle.year")).needed(),
                                Input.day("referenceDay", t("assessment.cycle.referenceDay"))
                                        .needed()
                                        .hint(t("assessment.cycle.referenceDay.hint")),
                                Input.day("dueOn", t("assessment.cycle.dueOn")).needed())));
    }

    @GetMapping("/cycles/{id}")
    @Nullable JteModel show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        CyclePage page = pages.page(cycles.get(id), null);
        Optional<ExportFormat> file = ExportFormat.of(format);
        if (file.isPresent()) {
            ExportFile.send(pages.export(page), file.get(), response);
            return null;
        }
        return templates.assessmentCycle(page);
    }

    @PostMapping("/cycles/{id}/figures")
    JteModel freeze(@PathVariable UUID id) {
        Cycle cycle = cycles.get(id);
        int count =
                cycles.freeze(
                        id,
                        t(
                                "assessment.cycle.freeze.reason",
                                "year",
                                new FiscalYear(cycle.year()).label(Text.locale())));
        return templates.assessmentCycle(pages.page(cycle, count));
    }

    @PostMapping("/cycles/{id}/closing")
    void close(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "true") boolean closed,
            HttpServletResponse response)
            throws IOException {
        cycles.close(id, version, closed);
        response.sendRedirect("/assessments/cycles/" + id);
    }
}
