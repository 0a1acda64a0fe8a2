package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
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
import org.springframework.web.multipart.MultipartFile;

/// A plan being changed: its processes and targets, its actions, its editions, and as a file.
@Controller
@RequestMapping("/strategy/plans/{code}")
class PlanEditController {
    private static final long LARGEST = 5_000_000;

    private final Plans plans;
    private final PlanChanges changes;
    private final PlanSheets sheets;
    private final PlanWords words;
    private final Templates templates;

    PlanEditController(
            Plans plans,
            PlanChanges changes,
            PlanSheets sheets,
            PlanWords words,
            Templates templates) {
        this.plans = plans;
        this.changes = changes;
        this.sheets = sheets;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/edit")
    JteModel edit(@PathVariable String code) {
        return page(plans.plan(code), new Typed(), List.of(), null);
    }

    private JteModel page(
            Plan plan, Typed adoption, List<PlanSheetReader.Wrong> wrong, @Nullable Integer done) {
        changes.requireChange(plan);
        var people =
                words.names(
                        plan.actions().stream()
                                .map(Plan.Action::owner)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        Map<String, String> owners = new LinkedHashMap<>();
        for (Plan.Action action : plan.actions()) {
            Bilingual person = action.owner() == null ? null : people.get(action.owner());
            owners.put(
                    action.code(),
                    Stream.of(words.unit(action.unit()), person == null ? null : t(person))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" · ")));
        }
        return templates.strategyPlanEdit(
                new PlanEditPage(plan, owners, plans.editions(plan), adoption, wrong, done));
    }

    @GetMapping("/parts/new")
    JteModel blankPart(@PathVariable String code) {
        return partForm(changeable(code), null, new Typed());
    }

    @GetMapping("/parts/{part}")
    JteModel part(@PathVariable String code, @PathVariable String part) {
        Plan plan = changeable(code);
        Plan.Part one = part(plan, part);
        return partForm(
                plan,
                one,
                new Typed()
                        .with("name", one.name())
                        .with("aim", one.aim())
                        .with("version", one.version()));
    }

    @PostMapping({"/parts/new", "/parts/{part}"})
    @Nullable JteModel savePart(
            @PathVariable String code,
            @PathVariable(required = false) @Nullable String part,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        Plan plan = changeable(code);
        Plan.Part kept = part == null ? null : part(plan, part);
        Typed typed = new Typed(all);
        Integer version = typed.number("version", 0, Integer.MAX_VALUE);
        Plan.Part read =
                new Plan.Part(
                        kept == null ? "" : kept.code(),
                        kept == null
                                ? Coded.find(Plan.Kind.class, typed.get("kind"))
                                        .orElse(Plan.Kind.TARGET)
                                : kept.kind(),
                        typed.requiredText("name", "ui.typed.required"),
                        typed.text("aim"),
                        version == null ? -1 : version,
                        List.of());
        if (!typed.fine()) {
            response.setStatus(422);
            return partForm(plan, kept, typed);
        }
        String saved = read.code();
        if (kept == null) {
            saved = changes.addPart(code, read);
        } else {
            changes.changePart(code, read);
        }
        response.sendRedirect("/strategy/plans/" + code + "/edit#part-" + saved);
        return null;
    }

    private JteModel partForm(Plan plan, Plan.@Nullable Part part, Typed typed) {
        List<Input> inputs = new java.util.ArrayList<>();
        if (part == null) {
            inputs.add(Input.list("kind", t("strategy.part.kind"), kinds(), null));
        }
        inputs.add(Input.both("name", t("strategy.part.name")).needed());
        inputs.add(Input.bothLong("aim", t("strategy.part.aim")));
        inputs.add(Input.hidden("version"));
        return templates.uiPlainForm(
                new PlainForm(
                        part == null
                                ? t("strategy.part.new")
                                : t("strategy.part.change", "code", part.code()),
                        null,
                        crumbs(plan),
                        "/strategy/plans/"
                                + plan.code()
                                + "/parts/"
                                + (part == null ? "new" : part.code()),
                        "/strategy/plans/" + plan.code() + "/edit",
                        typed,
                        inputs));
    }

    @PostMapping("/editions")
    @Nullable JteModel adopt(
            @PathVariable String code,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        Plan plan = changeable(code);
        Typed typed = new Typed(all);
        LocalDate from = typed.day("from");
        Bilingual reason = typed.requiredText("reason", "ui.typed.required");
        if (from == null) {
            typed.wrong("from", "ui.typed.day");
        }
        boolean early =
                from != null
                        && plans.editions(plan).stream().anyMatch(one -> !from.isAfter(one.from()));
        if (early) {
            typed.wrong("from", "strategy.edition.problem.from");
        }
        if (!typed.fine() || from == null) {
            response.setStatus(422);
            return page(plan, typed, List.of(), null);
        }
        changes.adopt(code, from, reason);
        response.sendRedirect("/strategy/plans/" + code + "/edit#editions");
        return null;
    }

    @GetMapping("/file")
    void file(@PathVariable String code, HttpServletResponse response) throws IOException {
        Plan plan = plans.plan(code);
        response.setContentType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"plan-" + plan.code() + ".xlsx\"");
        sheets.write(plan, response.getOutputStream());
    }

    @PostMapping("/file")
    JteModel bring(
            @PathVariable String code,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response)
            throws IOException {
        Plan plan = changeable(code);
        if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
            response.setStatus(422);
            return page(
                    plan,
                    new Typed(),
                    List.of(PlanSheetReader.Wrong.of(0, "strategy.import.unreadable")),
                    null);
        }
        PlanSheetReader.Found found = sheets.read(plan, file.getBytes());
        if (!found.wrong().isEmpty()) {
            response.setStatus(422);
            return page(plan, new Typed(), found.wrong(), null);
        }
        int taken = changes.takeAll(code, found.rows());
        return page(plans.plan(code), new Typed(), List.of(), taken);
    }

    private Plan changeable(String code) {
        Plan plan = plans.plan(code);
        changes.requireChange(plan);
        return plan;
    }

    private static Plan.Part part(Plan plan, String code) {
        return plan.parts().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    static List<Choice> kinds() {
        return Arrays.stream(Plan.Kind.values())
                .map(one -> new Choice(one.code(), t("strategy.part.kind." + one.code())))
                .toList();
    }

    static List<Crumb> crumbs(Plan plan) {
        return List.of(
                new Crumb(t("strategy.title"), "/strategy"),
                new Crumb(t("strategy.plans"), "/strategy/plans"),
                new Crumb(t(plan.name()), "/strategy?plan=" + plan.code()));
    }
}
