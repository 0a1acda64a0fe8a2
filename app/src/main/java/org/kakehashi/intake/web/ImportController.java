package org.kakehashi.intake.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.access.Units;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.ImportSteps;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Institutions;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An import as a whole: where it stands, what it did, taking it back, the questions it left.
@Controller
@RequestMapping("/intake/imports/{id}")
class ImportController {
    private final Imports imports;
    private final ImportSteps steps;
    private final Institutions institutions;
    private final OpenQuestions questions;
    private final Jobs jobs;
    private final Units units;
    private final Templates templates;

    ImportController(
            Imports imports,
            ImportSteps steps,
            Institutions institutions,
            OpenQuestions questions,
            Jobs jobs,
            Units units,
            Templates templates) {
        this.imports = imports;
        this.steps = steps;
        this.institutions = institutions;
        this.questions = questions;
        this.jobs = jobs;
        this.units = units;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        Import one = imports.get(id);
        Job job = job(one).filter(found -> found.state() != Job.State.DONE).orElse(null);
        UUID unit = one.unit();
        String owner =
                unit == null
                        ? null
                        : units.find(unit)
                                .map(found -> org.kakehashi.ui.Text.t(found.name()))
                                .orElse(null);
        return templates.intakeShow(
                one,
                job,
                owner,
                institutions.count(one, true),
                imports.asks(one, 2000).size(),
                institutions.remembered(one),
                institutions.remembers(),
                imports.mayChange(one));
    }

    private Optional<Job> job(Import one) {
        return Optional.ofNullable(one.job()).flatMap(jobs::find);
    }

    /// The page a person goes on with.
    @GetMapping("/next")
    String next(@PathVariable UUID id) {
        Import one = imports.get(id);
        boolean busy = job(one).filter(job -> !job.state().over()).isPresent();
        if (busy || !one.draft()) {
            return "redirect:/intake/imports/" + id;
        }
        return "redirect:/intake/imports/"
                + id
                + switch (one.step()) {
                    case LAYOUT -> "/layout";
                    case INSTITUTIONS -> "/institutions";
                    case REVIEW -> "/review";
                    case RESULT -> "";
                };
    }

    @PostMapping("/comparison")
    String compare(@PathVariable UUID id) {
        return steps.begin(id, "compare").isPresent()
                ? "redirect:/intake/imports/" + id
                : "redirect:/intake/imports/" + id + "/review";
    }

    @PostMapping("/commit")
    String commit(@PathVariable UUID id) {
        steps.begin(id, "commit");
        return "redirect:/intake/imports/" + id;
    }

    @PostMapping("/undo")
    String undo(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean forget) {
        steps.begin(id, "undo");
        if (forget) {
            institutions.forget(id);
        }
        return "redirect:/intake/imports/" + id;
    }

    @PostMapping("/discard")
    String discard(@PathVariable UUID id) {
        imports.discard(id);
        return "redirect:/intake";
    }

    @GetMapping("/questions.xlsx")
    void questions(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        questions.send(imports.get(id), response);
    }
}
