package org.kakehashi.proposal.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.proposal.Checks;
import org.kakehashi.proposal.ExchangeRecord;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.ProposalContent;
import org.kakehashi.proposal.Proposals;
import org.kakehashi.proposal.RuleFinding.Step;
import org.kakehashi.proposal.Surroundings;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The form of a proposal, page by page. Each page keeps what was typed as a draft.
@Controller
@RequestMapping("/proposals")
class ProposalFormController {
    private static final int UNPROCESSABLE = 422;

    private final Proposals proposals;
    private final Checks checks;
    private final Surroundings surroundings;
    private final Organizations organizations;
    private final Units units;
    private final Kinds kinds;
    private final Access access;
    private final Templates templates;

    ProposalFormController(
            Proposals proposals,
            Checks checks,
            Surroundings surroundings,
            Organizations organizations,
            Units units,
            Kinds kinds,
            Access access,
            Templates templates) {
        this.proposals = proposals;
        this.checks = checks;
        this.surroundings = surroundings;
        this.organizations = organizations;
        this.units = units;
        this.kinds = kinds;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel empty(@RequestParam(required = false) @Nullable UUID partner) {
        access.require("proposal.edit");
        MultiValueMap<String, String> typed = ProposalForm.filled(ProposalContent.EMPTY);
        if (partner != null) {
            typed.set("partner", partner.toString());
        }
        return page(null, Step.PARTNER, typed, Map.of());
    }

    @PostMapping("/new")
    @Nullable JteModel create(
            @RequestParam MultiValueMap<String, String> typed, HttpServletResponse response)
            throws IOException {
        access.require("proposal.edit");
        ProposalForm form = new ProposalForm(typed);
        ProposalContent content = form.read(Step.PARTNER, ProposalContent.EMPTY);
        requireExisting(content, form);
        if (!form.problems().isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return page(null, Step.PARTNER, typed, form.problems());
        }
        UUID id = proposals.create(content);
        response.sendRedirect("/proposals/" + id + "/edit/beside");
        return null;
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/edit/{step:partner|beside|aim|conditions}")
    JteModel filled(@PathVariable UUID id, @PathVariable String step) {
        Proposal proposal = editable(id);
        return page(
                proposal,
                Coded.of(Step.class, step),
                ProposalForm.filled(proposal.content()),
                Map.of());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/edit/{step:partner|beside|aim|conditions}")
    @Nullable JteModel save(
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        Proposal proposal = editable(id);
        Step at = Coded.of(Step.class, step);
        ProposalForm form = new ProposalForm(typed);
        ProposalContent content = form.read(at, proposal.content());
        requireExisting(content, form);
        if (form.problems().isEmpty()) {
            try {
                proposals.save(id, version(typed), content);
                response.sendRedirect(next(id, at, typed));
                return null;
            } catch (KakehashiException refused) {
                form.problems().put("", refused.key());
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(proposal, at, typed, form.problems());
    }

    private static int version(MultiValueMap<String, String> typed) {
        return Optional.ofNullable(typed.getFirst("version"))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(-1);
    }

    private static String next(UUID id, Step at, MultiValueMap<String, String> typed) {
        int number = ProposalFormPage.ORDER.indexOf(at) + 1;
        boolean later = "later".equals(typed.getFirst("then"));
        return later || number == ProposalFormPage.ORDER.size()
                ? "/proposals/" + id
                : "/proposals/" + id + "/edit/" + ProposalFormPage.ORDER.get(number).code();
    }

    private void requireExisting(ProposalContent content, ProposalForm form) {
        UUID partner = content.partner().organization();
        if (partner != null && organizations.find(partner).isEmpty()) {
            form.problems().put("partner", "proposal.problem.partner");
        }
    }

    private Proposal editable(UUID id) {
        Proposal proposal = proposals.get(id);
        if (!proposals.mayEdit(proposal)) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "proposal.refused.notYours", Map.of());
        }
        return proposal;
    }

    private JteModel page(
            @Nullable Proposal proposal,
            Step step,
            MultiValueMap<String, String> typed,
            Map<String, String> problems) {
        OrganizationRef partner =
                Optional.ofNullable(typed.getFirst("partner"))
                        .or(() ->
                                Optional.ofNullable(proposal)
                                        .map(one ->
                                                String.valueOf(
                                                        one.content().partner().organization())))
                        .flatMap(ProposalForm::uuid)
                        .flatMap(organizations::find)
                        .orElse(null);
        return templates.proposalForm(
                new ProposalFormPage(
                        proposal,
                        step,
                        new LinkedMultiValueMap<>(typed),
                        problems,
                        partner,
                        partner == null || partner.status() == OrganizationRef.Status.ACTIVE
                                ? List.of()
                                : surroundings.successors(partner.id()),
                        step == Step.AIM ? units.list() : List.of(),
                        kinds.list(),
                        proposal == null ? List.of() : checks.of(proposal),
                        step == Step.BESIDE && partner != null
                                ? known(partner.id(), proposal)
                                : null));
    }

    private ProposalFormPage.Known known(UUID partner, @Nullable Proposal self) {
        List<Proposal> open =
                proposals.open(surroundings.family(partner).keySet()).stream()
                        .filter(one -> self == null || !one.id().equals(self.id()))
                        .toList();
        Locale reader = Text.locale();
        Map<UUID, String> names =
                organizations
                        .find(
                                open.stream()
                                        .map(one -> one.content().partner().organization())
                                        .filter(java.util.Objects::nonNull)
                                        .toList())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(OrganizationRef::id, one -> one.label(reader)));
        return new ProposalFormPage.Known(
                surroundings.agreements(partner),
                open,
                surroundings.record(partner),
                sections(partner),
                names);
    }

    private List<ProposalFormPage.Section> sections(UUID partner) {
        return surroundings.records().stream()
                .flatMap(one -> section(one, partner).stream())
                .toList();
    }

    private static Optional<ProposalFormPage.Section> section(ExchangeRecord one, UUID partner) {
        return one.content(List.of(partner))
                .map(content -> new ProposalFormPage.Section(Text.t(one.title()), content));
    }
}
