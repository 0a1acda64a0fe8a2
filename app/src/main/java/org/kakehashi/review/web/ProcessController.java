package org.kakehashi.review.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.review.web.ProcessDifferences.Difference;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Processes: the list, the page with its picture, copying, publishing, retiring.
@Controller
public class ProcessController {
    /// @param applies and @param fast in words; null where there is no condition
    public record ProcessPage(
            ReviewProcess process,
            List<CasePage.Standing> steps,
            String picture,
            @Nullable String applies,
            @Nullable String fast,
            String kinds,
            String median,
            List<Problem> problems,
            List<ReviewProcess> others,
            boolean mayConfigure) {}

    /// Two editions side by side, the older one first.
    public record ComparePage(
            ReviewProcess older, ReviewProcess newer, List<Difference> differences) {}

    private final Processes processes;
    private final ReviewCases cases;
    private final ProcessPages pages;
    private final Templates templates;

    ProcessController(
            Processes processes, ReviewCases cases, ProcessPages pages, Templates templates) {
        this.processes = processes;
        this.cases = cases;
        this.pages = pages;
        this.templates = templates;
    }

    @GetMapping("/processes")
    JteModel list() {
        return templates.reviewProcesses(processes.list(), processes.mayConfigure());
    }

    @GetMapping("/processes/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        ReviewProcess process = processes.get(id);
        List<ReviewSubject> kinds = pages.kinds(process);
        var fast = process.fast();
        return templates.reviewProcess(
                new ProcessPage(
                        process,
                        pages.words(process),
                        pages.picture(process),
                        process.applies().anyOf().isEmpty()
                                ? null
                                : ReviewWords.condition(process.applies(), kinds),
                        fast == null ? null : ReviewWords.condition(fast, kinds),
                        ReviewWords.joined(kinds.stream().map(ReviewSubject::name).toList()),
                        ReviewWords.median(cases.durations(process)),
                        pages.problems(process),
                        processes.otherEditions(process),
                        processes.mayConfigure()));
    }

    @GetMapping("/processes/{id:[0-9a-f-]{36}}/compare")
    JteModel compare(@PathVariable UUID id, @RequestParam UUID with) {
        ReviewProcess one = processes.get(id);
        ReviewProcess other = processes.get(with);
        boolean inOrder = one.edition() <= other.edition();
        ReviewProcess older = inOrder ? one : other;
        ReviewProcess newer = inOrder ? other : one;
        return templates.reviewProcessCompare(
                new ComparePage(older, newer, pages.differences().between(older, newer)));
    }

    @PostMapping("/processes/{id:[0-9a-f-]{36}}/copy")
    String copy(
            @PathVariable UUID id,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String nameEn) {
        return "redirect:/processes/" + processes.copy(id, code, new Bilingual(nameJa, nameEn));
    }

    @PostMapping("/processes/{id:[0-9a-f-]{36}}/publish")
    String publish(@PathVariable UUID id, @RequestParam int version) {
        processes.publish(id, version);
        return "redirect:/processes/" + id;
    }

    @PostMapping("/processes/{id:[0-9a-f-]{36}}/retire")
    String retire(@PathVariable UUID id, @RequestParam int version) {
        processes.retire(id, version);
        return "redirect:/processes/" + id;
    }
}
