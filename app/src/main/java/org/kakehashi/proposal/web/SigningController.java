package org.kakehashi.proposal.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.Checks;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.Proposals;
import org.kakehashi.proposal.Signing;
import org.kakehashi.proposal.Signings;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who signs in which order and where, and when each has signed.
@Controller
@RequestMapping("/proposals/{id:[0-9a-f-]{36}}/signing")
class SigningController {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST = 20;

    private final Proposals proposals;
    private final Signings signings;
    private final Checks checks;
    private final Agreements agreements;
    private final Documents documents;
    private final Templates templates;

    SigningController(
            Proposals proposals,
            Signings signings,
            Checks checks,
            Agreements agreements,
            Documents documents,
            Templates templates) {
        this.proposals = proposals;
        this.signings = signings;
        this.checks = checks;
        this.agreements = agreements;
        this.documents = documents;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        Proposal proposal = proposals.get(id);
        return page(proposal, rows(signings.of(id)), Map.of(), null);
    }

    @PostMapping
    @Nullable JteModel save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        Proposal proposal = proposals.get(id);
        Map<String, String> problems = new LinkedHashMap<>();
        List<SigningPage.Row> rows = typedRows(typed);
        List<Signing> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            read(rows.get(i), i, problems, read);
        }
        String refusal = null;
        if (problems.isEmpty()) {
            try {
                String version = typed.getOrDefault("version", "");
                signings.save(
                        id, version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1, read);
                response.sendRedirect("/proposals/" + id + "/signing");
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.FORBIDDEN
                        || refused.kind() == KakehashiException.Kind.CONFLICT) {
                    throw refused;
                }
                refusal = Messages.text(Text.locale(), refused.key(), refused.arguments());
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(proposal, rows, problems, refusal);
    }

    private static List<SigningPage.Row> typedRows(Map<String, String> typed) {
        List<SigningPage.Row> rows = new ArrayList<>();
        for (int i = 0; i < MOST && typed.containsKey("side" + i); i++) {
            rows.add(
                    new SigningPage.Row(
                            typed.getOrDefault("side" + i, "home"),
                            typed.getOrDefault("role" + i, ""),
                            typed.getOrDefault("who" + i, ""),
                            typed.getOrDefault("place" + i, ""),
                            typed.getOrDefault("ceremony" + i, ""),
                            typed.getOrDefault("on" + i, "")));
        }
        return rows;
    }

    /// A row with nothing in it is left out.
    private static void read(
            SigningPage.Row row, int i, Map<String, String> problems, List<Signing> read) {
        if (row.isEmpty()) {
            return;
        }
        LocalDate on =
                row.on().isBlank() ? null : ProposalForm.day(row.on().strip(), "on" + i, problems);
        read.add(
                new Signing(
                        Coded.find(Signing.Side.class, row.side()).orElse(Signing.Side.HOME),
                        text(row.role()),
                        text(row.who()),
                        text(row.place()),
                        text(row.ceremony()),
                        on));
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    /// What is there, and one empty row for each side to fill.
    private static List<SigningPage.Row> rows(List<Signing> all) {
        List<SigningPage.Row> rows =
                new ArrayList<>(all.stream().map(SigningPage.Row::of).toList());
        for (Signing.Side side : Signing.Side.values()) {
            rows.add(new SigningPage.Row(side.code(), "", "", "", "", ""));
        }
        return rows;
    }

    private JteModel page(
            Proposal proposal,
            List<SigningPage.Row> rows,
            Map<String, String> problems,
            @Nullable String refusal) {
        UUID agreement = proposal.agreement();
        return templates.proposalSigning(
                new SigningPage(
                        proposal,
                        checks.title(proposal),
                        signings.of(proposal.id()),
                        rows,
                        signings.mayRecord(proposal),
                        proposal.state().over() ? List.of() : signings.hindrances(proposal),
                        agreement == null ? null : agreements.find(agreement).orElse(null),
                        documents.part("proposal", proposal.id()),
                        problems,
                        refusal));
    }
}
