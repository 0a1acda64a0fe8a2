package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.access.internal.Providers;
import org.kakehashi.access.internal.Shibboleth;
import org.kakehashi.access.internal.ShibbolethSignIn;
import org.kakehashi.kernel.Installation;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The sign-in page: password, and the ways through the university where they are configured.
@Controller
class SignInController {
    private static final Set<String> PROBLEMS =
            Set.of(
                    "noAccount",
                    "mailUnverified",
                    "disabled",
                    "unreachable",
                    "refused",
                    "cancelled",
                    "incomplete");

    private final Installation installation;
    private final Providers providers;
    private final Shibboleth shibboleth;
    private final Templates templates;

    SignInController(
            Installation installation,
            Providers providers,
            Shibboleth shibboleth,
            Templates templates) {
        this.installation = installation;
        this.providers = providers;
        this.shibboleth = shibboleth;
        this.templates = templates;
    }

    @GetMapping("/sign-in")
    JteModel page(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(name = "new", required = false) @Nullable String fresh) {
        String known = problem != null && PROBLEMS.contains(problem) ? problem : null;
        return templates.accessSignIn(
                error != null ? "access.signIn.failed" : key(known),
                fresh != null,
                ways(),
                installation.demonstration() ? DemoAccounts.LIST : List.of());
    }

    /// After signing out here: whether to sign out at the provider too.
    @GetMapping("/sign-in/left")
    JteModel left() {
        return templates.accessLeft();
    }

    private static @Nullable String key(@Nullable String problem) {
        return problem == null ? null : "access.provider." + problem;
    }

    private List<SignInWay> ways() {
        List<SignInWay> all = new ArrayList<>();
        providers
                .list()
                .forEach(one -> all.add(new SignInWay(one.name(), "/sign-in/oidc/" + one.key())));
        if (shibboleth.isOn()) {
            all.add(new SignInWay(shibboleth.name(), ShibbolethSignIn.PAGE));
        }
        return all;
    }
}
