package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Answer;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.Step;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.HistoryEntry;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of a case and what can be done there. Whoever comes second sees what changed and keeps
/// their words.
@Controller
@RequestMapping("/reviews/{id:[0-9a-f-]{36}}")
class CaseController {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final ReviewCases cases;
    private final CasePages pages;
    private final CaseHistory histories;
    private final Templates templates;

    CaseController(ReviewCases cases, CasePages pages, CaseHistory histories, Templates templates) {
        this.cases = cases;
        this.pages = pages;
        this.histories = histories;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return templates.reviewShow(pages.of(cases.get(id), CasePage.Draft.NONE, null, List.of()));
    }

    @PostMapping("/steps/{step}")
    @Nullable JteModel act(
            @PathVariable UUID id,
            @PathVariable UUID step,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam Map<String, String> all,
            HttpServletResponse response)
            throws IOException {
        CasePage.Draft draft = draft(step, outcome, comment, all);
        boolean returned = outcome.equals("return");
        Optional<Step.Outcome> ended = Coded.find(Step.Outcome.class, outcome);
        if (ended.isEmpty() && !returned) {
            return again(
                    id,
                    version,
                    draft,
                    "",
                    KakehashiException.invalid("review.outcome.required", Map.of()),
                    response);
        }
        try {
            cases.act(id, version, step, ended.orElse(null), comment, answers(draft));
        } catch (KakehashiException refused) {
            return again(id, version, draft, "", refused, response);
        }
        response.sendRedirect("/reviews/" + id);
        return null;
    }

    @PostMapping("/resubmit")
    @Nullable JteModel resubmit(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String comment,
            HttpServletResponse response)
            throws IOException {
        try {
            cases.resubmit(id, version, comment);
        } catch (KakehashiException refused) {
            return again(id, version, comment, refused, response);
        }
        response.sendRedirect("/reviews/" + id);
        return null;
    }

    @PostMapping("/withdraw")
    @Nullable JteModel withdraw(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String comment,
            HttpServletResponse response)
            throws IOException {
        try {
            cases.withdraw(id, version, comment);
        } catch (KakehashiException refused) {
            return again(id, version, comment, refused, response);
        }
        response.sendRedirect("/reviews/" + id);
        return null;
    }

    /// The page once more; the form may be gone from it, so what was typed is said with the reason.
    private JteModel again(
            UUID id,
            int version,
            String comment,
            KakehashiException refused,
            HttpServletResponse response) {
        return again(id, version, CasePage.Draft.NONE, comment.strip(), refused, response);
    }

    /// The page once more, with the words typed and why it did not work.
    private JteModel again(
            UUID id,
            int version,
            CasePage.Draft draft,
            String words,
            KakehashiException refused,
            HttpServletResponse response) {
        if (refused.kind() == KakehashiException.Kind.FORBIDDEN
                || refused.kind() == KakehashiException.Kind.NOT_FOUND) {
            throw refused;
        }
        ReviewCase one = cases.get(id);
        boolean late = one.version() != version;
        List<HistoryEntry> news = late ? histories.of(one, version) : List.of();
        response.setStatus(late ? CONFLICT : UNPROCESSABLE);
        String problem =
                late
                        ? t("review.changedMeanwhile")
                        : org.kakehashi.ui.Messages.text(
                                org.kakehashi.ui.Text.locale(), refused.key(), refused.arguments());
        return templates.reviewShow(
                pages.of(
                        one,
                        draft,
                        words.isEmpty()
                                ? problem
                                : t("review.typed", "problem", problem, "text", words),
                        news));
    }

    private static CasePage.Draft draft(
            UUID step, String outcome, String comment, Map<String, String> all) {
        Map<UUID, Boolean> done = new HashMap<>();
        Map<UUID, String> evidence = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith("check-")) {
                id(name.substring("check-".length())).ifPresent(check -> done.put(check, true));
            } else if (name.startsWith("evidence-")) {
                id(name.substring("evidence-".length()))
                        .ifPresent(check -> evidence.put(check, value.strip()));
            }
        });
        return new CasePage.Draft(step, outcome, comment, done, evidence);
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-f-]{36}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private static Map<UUID, Answer> answers(CasePage.Draft draft) {
        Map<UUID, Answer> answers = new LinkedHashMap<>();
        draft.evidence().forEach((check, text) -> answers.put(check, new Answer(false, text)));
        draft.done()
                .keySet()
                .forEach(
                        check -> answers.put(check, new Answer(true, draft.evidence().get(check))));
        return answers;
    }
}
