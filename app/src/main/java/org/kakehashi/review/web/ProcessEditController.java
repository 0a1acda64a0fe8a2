package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.Subjects;
import org.kakehashi.review.web.ProcessDifferences.Difference;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Making a process and changing a draft as a whole. Whoever saves second keeps what they typed and
/// sees where it differs from what was saved meanwhile.
@Controller
@RequestMapping("/processes")
public class ProcessEditController {
    static final int CONFLICT = 409;
    static final int UNPROCESSABLE = 422;

    /// @param refused why the form was not saved
    /// @param differences between what is saved now and what was typed, after a conflict
    public record ProcessEditPage(
            ReviewProcess process,
            ProcessForm form,
            List<Choice> kinds,
            List<CasePage.Standing> steps,
            String picture,
            List<Problem> problems,
            @Nullable String refused,
            List<Difference> differences) {}

    /// A process that is not there yet.
    public record ProcessNewPage(
            String code,
            String nameJa,
            String nameEn,
            List<Choice> kinds,
            @Nullable String refused) {}

    private final Processes processes;
    private final ProcessPages pages;
    private final Subjects subjects;
    private final Templates templates;

    ProcessEditController(
            Processes processes, ProcessPages pages, Subjects subjects, Templates templates) {
        this.processes = processes;
        this.pages = pages;
        this.subjects = subjects;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel fresh() {
        processes.requireConfigure();
        return templates.reviewProcessNew(new ProcessNewPage("", "", "", kinds(List.of()), null));
    }

    @PostMapping("/new")
    @Nullable JteModel create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") List<String> kinds,
            HttpServletResponse response)
            throws IOException {
        UUID id;
        try {
            id = processes.create(code, new Bilingual(nameJa, nameEn), kinds);
        } catch (KakehashiException refused) {
            return templates.reviewProcessNew(
                    new ProcessNewPage(
                            code, nameJa, nameEn, kinds(kinds), pages.said(refused, response)));
        }
        response.sendRedirect("/processes/" + id + "/edit");
        return null;
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/edit")
    JteModel edit(@PathVariable UUID id) {
        ReviewProcess process = processes.draft(id);
        return page(process, ProcessForm.of(process, pages.facts(process)), null, List.of());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/edit")
    @Nullable JteModel save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> kinds,
            HttpServletResponse response)
            throws IOException {
        ReviewProcess process = processes.get(id);
        ProcessForm form = ProcessForm.read(typed, kinds, pages.facts(process));
        try {
            processes.change(form.on(process));
        } catch (KakehashiException refused) {
            return again(id, form, refused, response);
        }
        response.sendRedirect("/processes/" + id + "/edit");
        return null;
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/removal")
    String discard(@PathVariable UUID id, @RequestParam int version) {
        processes.discard(id, version);
        return "redirect:/processes";
    }

    private JteModel again(
            UUID id, ProcessForm form, KakehashiException refused, HttpServletResponse response) {
        ReviewProcess process = processes.get(id);
        String said = pages.said(refused, response);
        if (refused.kind() != KakehashiException.Kind.CONFLICT) {
            return page(process, form, said, List.of());
        }
        ProcessForm current = form.with(process.version());
        return page(
                process,
                current,
                t("review.process.changedMeanwhile"),
                pages.differences().between(process, current.on(process)));
    }

    private JteModel page(
            ReviewProcess process,
            ProcessForm form,
            @Nullable String refused,
            List<Difference> differences) {
        return templates.reviewProcessEdit(
                new ProcessEditPage(
                        process,
                        form,
                        kinds(form.kinds()),
                        pages.words(process),
                        pages.picture(process),
                        pages.problems(process),
                        refused,
                        differences));
    }

    private List<Choice> kinds(List<String> chosen) {
        return subjects.list().stream()
                .map(one -> new Choice(one.kind(), t(one.name()), chosen.contains(one.kind())))
                .toList();
    }
}
