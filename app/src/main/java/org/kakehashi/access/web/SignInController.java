package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.kernel.Installation;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The sign-in page.
@Controller
class SignInController {
    private final Installation installation;
    private final Templates templates;

    SignInController(Installation installation, Templates templates) {
        this.installation = installation;
        this.templates = templates;
    }

    @GetMapping("/sign-in")
    JteModel page(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "new", required = false) @Nullable String fresh) {
        return templates.accessSignIn(
                error != null,
                fresh != null,
                installation.demonstration() ? DemoAccounts.LIST : List.of());
    }
}
