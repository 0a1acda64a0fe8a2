package org.kakehashi.ui.web;

import gg.jte.models.runtime.JteModel;
import java.util.Objects;
import java.util.UUID;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A job's page: progress, cancel, resume. Seen by whoever started it, the office and
/// administrators.
@Controller
@RequestMapping("/jobs/{id}")
class JobController {
    private final Jobs jobs;
    private final Templates templates;

    JobController(Jobs jobs, Templates templates) {
        this.jobs = jobs;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return templates.uiJob(mine(id));
    }

    /// Only the moving part, for polling.
    @GetMapping("/progress")
    JteModel progress(@PathVariable UUID id) {
        return templates.uiJobProgress(mine(id));
    }

    @PostMapping("/cancellation")
    String cancel(@PathVariable UUID id) {
        jobs.cancel(mine(id).id());
        return "redirect:/jobs/" + id;
    }

    @PostMapping("/resumption")
    String resume(@PathVariable UUID id) {
        jobs.resume(mine(id).id());
        return "redirect:/jobs/" + id;
    }

    private Job mine(UUID id) {
        Job job = jobs.get(id);
        CurrentUser user = CurrentUser.get();
        boolean allowed =
                user.signedIn()
                        && (Objects.equals(job.startedBy(), user.id())
                                || user.has("office")
                                || user.has("administrator"));
        if (!allowed) {
            throw KakehashiException.forbidden("kernel.job");
        }
        return job;
    }
}
