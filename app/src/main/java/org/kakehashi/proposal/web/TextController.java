package org.kakehashi.proposal.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentTemplates;
import org.kakehashi.document.TemplateFormat;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.Checks;
import org.kakehashi.proposal.Clauses;
import org.kakehashi.proposal.DraftTexts;
import org.kakehashi.proposal.PartnerLinks;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.Proposals;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The text of a proposal and the talks about it.
@Controller
@RequestMapping("/proposals/{id:[0-9a-f-]{36}}/text")
class TextController {
    private static final int UNPROCESSABLE = 422;

    private final Proposals proposals;
    private final DraftTexts texts;
    private final Clauses clauses;
    private final PartnerLinks links;
    private final Checks checks;
    private final DocumentTemplates library;
    private final Templates templates;
    private final Clock clock;
    private final String address;

    TextController(
            Proposals proposals,
            DraftTexts texts,
            Clauses clauses,
            PartnerLinks links,
            Checks checks,
            DocumentTemplates library,
            Templates templates,
            Clock clock,
            @Value("${kakehashi.address:}") String address) {
        this.proposals = proposals;
        this.texts = texts;
        this.clauses = clauses;
        this.links = links;
        this.checks = checks;
        this.library = library;
        this.templates = templates;
        this.clock = clock;
        this.address = address;
    }

    private interface Act {
        void run();
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return page(id, Map.of(), null, null);
    }

    @PostMapping("/clauses")
    @Nullable JteModel choose(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> clauses,
            HttpServletResponse response)
            throws IOException {
        List<UUID> chosen =
                clauses == null
                        ? List.of()
                        : clauses.stream().flatMap(one -> ProposalForm.uuid(one).stream()).toList();
        return done(id, Map.of(), response, "clauses", () -> texts.choose(id, chosen));
    }

    @PostMapping("/drafts")
    @Nullable JteModel draft(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        proposals.requireEditable(id);
        UUID template = ProposalForm.uuid(typed.getOrDefault("template", "")).orElse(null);
        TemplateFormat format =
                "pdf".equals(typed.get("format")) ? TemplateFormat.PDF : TemplateFormat.DOCX;
        return done(
                id,
                typed,
                response,
                "drafts",
                () -> {
                    if (template == null) {
                        throw KakehashiException.invalid("proposal.draft.choose", Map.of());
                    }
                    texts.make(id, template, format);
                });
    }

    @PostMapping("/talks")
    @Nullable JteModel talk(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        proposals.requireEditable(id);
        Map<String, String> problems = new LinkedHashMap<>();
        LocalDate on = ProposalForm.day(typed.getOrDefault("on", "").strip(), "on", problems);
        return done(
                id,
                typed,
                response,
                "talks",
                () -> {
                    if (on == null) {
                        throw KakehashiException.invalid("proposal.problem.date", Map.of());
                    }
                    texts.addTalk(
                            id, on, typed.getOrDefault("who", ""), typed.getOrDefault("what", ""));
                });
    }

    /// The answer itself shows the address: it is kept nowhere, so there is no page to go to.
    @PostMapping("/links")
    JteModel link(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        proposals.requireEditable(id);
        try {
            UUID document =
                    ProposalForm.uuid(typed.getOrDefault("document", ""))
                            .orElseThrow(() ->
                                    KakehashiException.invalid(
                                            "proposal.link.problem.document", Map.of()));
            String days = typed.getOrDefault("days", "");
            String secret =
                    links.make(
                            id,
                            document,
                            typed.getOrDefault("recipient", ""),
                            days.matches("\\d{1,3}") ? Integer.parseInt(days) : 0);
            String base =
                    address.isBlank()
                            ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                            : address;
            return page(id, Map.of(), null, base + "/public/drafts/" + secret);
        } catch (KakehashiException refused) {
            return refused(id, typed, response, refused);
        }
    }

    @PostMapping("/links/{link:[0-9a-f-]{36}}/revoke")
    String revoke(@PathVariable UUID id, @PathVariable UUID link) {
        links.revoke(id, link);
        return "redirect:/proposals/" + id + "/text#links";
    }

    @GetMapping("/compare")
    JteModel compare(
            @PathVariable UUID id,
            @RequestParam UUID document,
            @RequestParam int from,
            @RequestParam int to) {
        Proposal proposal = proposals.get(id);
        Document draft =
                texts.drafts(id).stream()
                        .filter(one -> one.id().equals(document))
                        .findFirst()
                        .orElseThrow(KakehashiException::notFound);
        return templates.proposalCompare(
                proposal,
                checks.title(proposal),
                draft,
                from,
                to,
                texts.compare(id, document, from, to));
    }

    private @Nullable JteModel done(
            UUID id, Map<String, String> typed, HttpServletResponse response, String at, Act act)
            throws IOException {
        try {
            act.run();
            response.sendRedirect("/proposals/" + id + "/text#" + at);
            return null;
        } catch (KakehashiException refused) {
            return refused(id, typed, response, refused);
        }
    }

    private JteModel refused(
            UUID id,
            Map<String, String> typed,
            HttpServletResponse response,
            KakehashiException refused) {
        if (refused.kind() != KakehashiException.Kind.INVALID) {
            throw refused;
        }
        response.setStatus(UNPROCESSABLE);
        return page(
                id, typed, Messages.text(Text.locale(), refused.key(), refused.arguments()), null);
    }

    private JteModel page(
            UUID id, Map<String, String> typed, @Nullable String problem, @Nullable String fresh) {
        Proposal proposal = proposals.get(id);
        boolean mayTalk = proposals.mayEdit(proposal);
        return templates.proposalText(
                new TextPage(
                        proposal,
                        checks.title(proposal),
                        texts.chosen(id),
                        clauses.list(),
                        texts.drafts(id),
                        mayTalk ? library.list() : List.of(),
                        mayTalk ? links.of(id) : List.of(),
                        links.comments(id),
                        texts.talks(id),
                        OffsetDateTime.now(clock),
                        mayTalk && !proposal.state().over(),
                        mayTalk,
                        typed,
                        problem,
                        fresh));
    }
}
