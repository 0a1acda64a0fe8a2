package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.ClaimRule;
import org.kakehashi.access.ClaimRules;
import org.kakehashi.access.Identities;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.access.internal.Providers;
import org.kakehashi.access.internal.Shibboleth;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Signing in through the university: what is configured, which roles it gives, and who is linked.
@Controller
class ProviderController {
    private final Providers providers;
    private final Shibboleth shibboleth;
    private final ClaimRules rules;
    private final Identities identities;
    private final Users users;
    private final Units units;
    private final Templates templates;

    ProviderController(
            Providers providers,
            Shibboleth shibboleth,
            ClaimRules rules,
            Identities identities,
            Users users,
            Units units,
            Templates templates) {
        this.providers = providers;
        this.shibboleth = shibboleth;
        this.rules = rules;
        this.identities = identities;
        this.users = users;
        this.units = units;
        this.templates = templates;
    }

    @GetMapping("/providers")
    JteModel show() {
        return page(RuleForm.EMPTY, null);
    }

    @PostMapping("/providers/rules")
    @Nullable JteModel add(@ModelAttribute RuleForm form, HttpServletResponse response)
            throws IOException {
        try {
            rules.add(form.rule());
        } catch (KakehashiException problem) {
            if (problem.kind() != KakehashiException.Kind.INVALID) {
                throw problem;
            }
            response.setStatus(422);
            return page(form, problem.key());
        }
        response.sendRedirect("/providers");
        return null;
    }

    @PostMapping("/providers/rules/{id}/end")
    void end(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        rules.end(id);
        response.sendRedirect("/providers");
    }

    @GetMapping("/users/{id}/identities")
    JteModel identities(@PathVariable UUID id) {
        return templates.accessIdentities(users.show(id), identities.list(id));
    }

    @PostMapping("/users/{id}/identities/{identity}/removal")
    void unlink(@PathVariable UUID id, @PathVariable UUID identity, HttpServletResponse response)
            throws IOException {
        identities.unlink(id, identity);
        response.sendRedirect("/users/" + id + "/identities");
    }

    private JteModel page(RuleForm form, @Nullable String problem) {
        java.util.List<ClaimRule> all = rules.list();
        return templates.accessProviders(
                providers.list(), shibboleth, all, units.list(), form, problem);
    }
}
