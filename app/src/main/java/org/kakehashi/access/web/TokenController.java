package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.ApiTokens;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own API tokens.
@Controller
@RequestMapping("/account/tokens")
class TokenController {
    /// How long a token may live, in days, as offered.
    public static final List<Integer> DAYS = List.of(7, 30, 90, 180, 366);

    private final ApiTokens tokens;
    private final Templates templates;

    TokenController(ApiTokens tokens, Templates templates) {
        this.tokens = tokens;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        return page(null, Map.of(), "", Set.of());
    }

    @PostMapping
    JteModel create(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable List<String> useCases,
            @RequestParam(defaultValue = "30") int days,
            HttpServletResponse response) {
        Set<String> chosen = new TreeSet<>(useCases == null ? List.of() : useCases);
        chosen.retainAll(tokens.offered());
        Map<String, String> problems =
                UserForm.text(name).isEmpty()
                        ? Map.of("name", "ui.field.required")
                        : chosen.isEmpty() ? Map.of("useCases", "access.token.none") : Map.of();
        if (!problems.isEmpty() || !DAYS.contains(days)) {
            response.setStatus(422);
            return page(null, problems, UserForm.text(name), chosen);
        }
        response.setHeader("Cache-Control", "no-store");
        return page(tokens.create(UserForm.text(name), chosen, days), Map.of(), "", Set.of());
    }

    @PostMapping("/{id}/revocation")
    void revoke(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        tokens.revoke(id);
        response.sendRedirect("/account/tokens");
    }

    private JteModel page(
            @Nullable String fresh, Map<String, String> problems, String name, Set<String> chosen) {
        return templates.accessTokens(
                tokens.mine(), tokens.offered(), DAYS, fresh, problems, name, chosen);
    }
}
