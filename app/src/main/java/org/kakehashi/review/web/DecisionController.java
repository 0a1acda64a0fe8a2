package org.kakehashi.review.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.AgendaItem;
import org.kakehashi.review.CorrectiveActions;
import org.kakehashi.review.Decisions;
import org.kakehashi.review.Minutes;
import org.kakehashi.review.web.MeetingPage.MinutesForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What comes of a meeting: decisions, minutes, corrective actions.
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}")
class DecisionController {
    private final Decisions decisions;
    private final Minutes minutes;
    private final CorrectiveActions actions;
    private final MeetingPages pages;

    DecisionController(
            Decisions decisions, Minutes minutes, CorrectiveActions actions, MeetingPages pages) {
        this.decisions = decisions;
        this.minutes = minutes;
        this.actions = actions;
        this.pages = pages;
    }

    @PostMapping("/decisions")
    @Nullable JteModel decide(
            @PathVariable UUID id, DecisionForm form, HttpServletResponse response)
            throws IOException {
        return pages.tried(
                id,
                form,
                response,
                () -> {
                    AgendaItem.Result result =
                            Coded.find(AgendaItem.Result.class, form.result())
                                    .orElseThrow(() ->
                                            KakehashiException.invalid(
                                                    "review.outcome.required", Map.of()));
                    UUID item = form.item();
                    if (item == null) {
                        throw KakehashiException.notFound();
                    }
                    decisions.decide(
                            id,
                            item,
                            form.version() == null ? -1 : form.version(),
                            result,
                            form.votes(),
                            form.conflicts() == null ? Set.of() : form.conflicts(),
                            new Bilingual(form.decisionJa(), form.decisionEn()));
                });
    }

    @PostMapping("/items/{item}/conflict")
    @Nullable JteModel declare(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "false") boolean conflict,
            HttpServletResponse response)
            throws IOException {
        return pages.tried(id, response, () -> decisions.declare(id, item, conflict));
    }

    @PostMapping("/minutes/draft")
    @Nullable JteModel draft(
            @PathVariable UUID id, @RequestParam int version, HttpServletResponse response)
            throws IOException {
        return pages.tried(id, response, () -> minutes.draft(id, version));
    }

    /// Whoever saves second keeps what they typed beside what is saved now.
    @PostMapping("/minutes")
    @Nullable JteModel write(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String minutesJa,
            @RequestParam(defaultValue = "") String minutesEn,
            HttpServletResponse response)
            throws IOException {
        try {
            minutes.write(id, version, new Bilingual(minutesJa, minutesEn));
        } catch (KakehashiException refused) {
            boolean late = refused.kind() == KakehashiException.Kind.CONFLICT;
            return pages.again(id, new MinutesForm(minutesJa, minutesEn, late), refused, response);
        }
        response.sendRedirect("/meetings/" + id + "#minutes-heading");
        return null;
    }

    @PostMapping("/minutes/approve")
    @Nullable JteModel approve(
            @PathVariable UUID id, @RequestParam int version, HttpServletResponse response)
            throws IOException {
        return pages.tried(id, response, () -> minutes.approve(id, version));
    }

    @PostMapping("/actions")
    @Nullable JteModel ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String actionJa,
            @RequestParam(defaultValue = "") String actionEn,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(defaultValue = "") String dueOn,
            HttpServletResponse response)
            throws IOException {
        return pages.tried(
                id,
                response,
                () -> {
                    if (owner == null) {
                        throw KakehashiException.invalid("review.action.incomplete", Map.of());
                    }
                    actions.ask(
                            id,
                            new Bilingual(actionJa, actionEn),
                            owner,
                            LocalDate.parse(dueOn.strip()));
                });
    }
}
