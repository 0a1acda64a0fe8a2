package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Course;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.ReviewSubject.Subject;
import org.kakehashi.review.Subjects;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Putting a subject to review: choosing the process.
@Controller
@RequestMapping("/reviews/propose")
public class ProposeController {
    private static final int UNPROCESSABLE = 422;

    /// @param fast whether one of the processes offers its fast track here
    public record ProposePage(
            String kind,
            UUID subject,
            Bilingual title,
            String href,
            List<Choice> processes,
            boolean fast,
            String comment,
            @Nullable String problem) {}

    private final ReviewCases cases;
    private final Processes processes;
    private final Subjects subjects;
    private final Templates templates;

    ProposeController(
            ReviewCases cases, Processes processes, Subjects subjects, Templates templates) {
        this.cases = cases;
        this.processes = processes;
        this.subjects = subjects;
        this.templates = templates;
    }

    @GetMapping
    JteModel form(@RequestParam String kind, @RequestParam UUID subject) {
        return page(kind, subject, null, "", null);
    }

    @PostMapping
    @Nullable JteModel propose(
            @RequestParam String kind,
            @RequestParam UUID subject,
            @RequestParam(required = false) @Nullable UUID process,
            @RequestParam(defaultValue = "false") boolean fast,
            @RequestParam(defaultValue = "") String comment,
            HttpServletResponse response)
            throws IOException {
        if (process == null) {
            response.setStatus(UNPROCESSABLE);
            return page(kind, subject, null, comment, t("review.process.choose"));
        }
        try {
            UUID id = cases.propose(kind, subject, process, fast, comment);
            response.sendRedirect("/reviews/" + id);
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            String problem = Messages.text(Text.locale(), refused.key(), refused.arguments());
            return page(kind, subject, process, comment, problem);
        }
    }

    private JteModel page(
            String kind, UUID id, @Nullable UUID chosen, String comment, @Nullable String problem) {
        if (!subjects.of(kind).mayPropose(id)) {
            throw KakehashiException.forbidden("review.propose");
        }
        Subject subject = subjects.of(kind).get(id);
        List<ReviewProcess> suiting = processes.suiting(kind, subject.facts());
        List<Choice> choices =
                suiting.stream()
                        .map(one ->
                                new Choice(
                                        one.id().toString(),
                                        t(one.name()),
                                        one.id().equals(chosen) || suiting.size() == 1))
                        .toList();
        boolean fast = suiting.stream().anyMatch(one -> Course.mayBeFast(one, subject.facts()));
        return templates.reviewPropose(
                new ProposePage(
                        kind,
                        id,
                        subject.title(),
                        subject.href(),
                        choices,
                        fast,
                        comment,
                        problem));
    }
}
