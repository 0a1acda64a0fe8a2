package org.kakehashi.proposal.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.Checks;
import org.kakehashi.proposal.Proposals;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of a proposal: what it says, how it stands to the guideline, and what can be done.
@Controller
@RequestMapping("/proposals/{id:[0-9a-f-]{36}}")
class ProposalController {
    private static final int UNPROCESSABLE = 422;

    private final Proposals proposals;
    private final Checks checks;
    private final ProposalPages pages;
    private final Templates templates;

    ProposalController(
            Proposals proposals, Checks checks, ProposalPages pages, Templates templates) {
        this.proposals = proposals;
        this.checks = checks;
        this.pages = pages;
        this.templates = templates;
    }

    private interface Act {
        void run();
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return templates.proposalShow(pages.of(proposals.get(id), Map.of(), null));
    }

    @PostMapping("/submit")
    @Nullable JteModel submit(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        proposals.requireEditable(id);
        UUID process = ProposalForm.uuid(typed.getOrDefault("process", "")).orElse(null);
        return done(
                id,
                typed,
                response,
                () -> {
                    if (process == null) {
                        throw KakehashiException.invalid("proposal.submit.choose", Map.of());
                    }
                    proposals.submit(
                            id,
                            process,
                            typed.containsKey("fast"),
                            typed.getOrDefault("comment", ""));
                });
    }

    @PostMapping("/withdraw")
    @Nullable JteModel withdraw(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        return done(
                id,
                typed,
                response,
                () -> proposals.withdraw(id, typed.getOrDefault("reason", "")));
    }

    @PostMapping("/waivers/{paragraph:[0-9a-f-]{36}}")
    @Nullable JteModel waive(
            @PathVariable UUID id,
            @PathVariable UUID paragraph,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        return done(
                id,
                typed,
                response,
                () -> checks.waive(proposals.get(id), paragraph, typed.getOrDefault("reason", "")));
    }

    @PostMapping("/waivers/{paragraph:[0-9a-f-]{36}}/remove")
    @Nullable JteModel unwaive(
            @PathVariable UUID id,
            @PathVariable UUID paragraph,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        return done(id, typed, response, () -> checks.unwaive(proposals.get(id), paragraph));
    }

    private @Nullable JteModel done(
            UUID id, Map<String, String> typed, HttpServletResponse response, Act act)
            throws IOException {
        try {
            act.run();
            response.sendRedirect("/proposals/" + id);
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            String problem = Messages.text(Text.locale(), refused.key(), refused.arguments());
            return templates.proposalShow(pages.of(proposals.get(id), typed, problem));
        }
    }
}
