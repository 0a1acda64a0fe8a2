package org.kakehashi.proposal.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.Clause;
import org.kakehashi.proposal.Clauses;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The clause library and its editor.
@Controller
@RequestMapping("/proposals/clauses")
class ClauseController {
    private static final int UNPROCESSABLE = 422;

    private final Clauses clauses;
    private final Templates templates;

    ClauseController(Clauses clauses, Templates templates) {
        this.clauses = clauses;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        return templates.proposalClauses(clauses.list(), clauses.mayConfigure());
    }

    @GetMapping("/new")
    JteModel empty() {
        requireConfigure();
        return templates.proposalClauseForm(Map.of("inUse", "true"), List.of(), null);
    }

    @PostMapping("/new")
    @Nullable JteModel create(@RequestParam Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        requireConfigure();
        return save(typed.getOrDefault("code", "").strip(), typed, List.of(), response);
    }

    @GetMapping("/{code:[a-z][a-z0-9-]{1,40}}/edit")
    JteModel filled(@PathVariable String code) {
        requireConfigure();
        List<Clause> editions = clauses.editions(code);
        Clause one = editions.getFirst();
        Map<String, String> typed = new HashMap<>();
        typed.put("code", code);
        typed.put("position", Integer.toString(one.position()));
        typed.put("titleJa", String.valueOf(one.title().ja()));
        typed.put("titleEn", String.valueOf(one.title().en()));
        typed.put("textJa", String.valueOf(one.text().ja()));
        typed.put("textEn", String.valueOf(one.text().en()));
        typed.put("seen", Integer.toString(one.edition()));
        if (one.inUse()) {
            typed.put("inUse", "true");
        }
        return templates.proposalClauseForm(typed, editions, null);
    }

    @PostMapping("/{code:[a-z][a-z0-9-]{1,40}}/edit")
    @Nullable JteModel change(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        requireConfigure();
        return save(code, typed, clauses.editions(code), response);
    }

    private @Nullable JteModel save(
            String code,
            Map<String, String> typed,
            List<Clause> editions,
            HttpServletResponse response)
            throws IOException {
        Clause clause =
                new Clause(
                        new UUID(0, 0),
                        code,
                        0,
                        true,
                        typed.containsKey("inUse"),
                        number(typed.getOrDefault("position", "")),
                        new Bilingual(typed.get("titleJa"), typed.get("titleEn")),
                        new Bilingual(typed.get("textJa"), typed.get("textEn")),
                        OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        try {
            clauses.save(clause, number(typed.getOrDefault("seen", "0")));
            response.sendRedirect("/proposals/clauses");
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() == KakehashiException.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            return templates.proposalClauseForm(
                    typed,
                    editions,
                    Messages.text(Text.locale(), refused.key(), refused.arguments()));
        }
    }

    private static int number(String text) {
        return text.strip().matches("\\d{1,6}") ? Integer.parseInt(text.strip()) : 0;
    }

    private void requireConfigure() {
        if (!clauses.mayConfigure()) {
            throw KakehashiException.forbidden("proposal.configure");
        }
    }
}
