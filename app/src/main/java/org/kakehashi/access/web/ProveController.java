package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Identities;
import org.kakehashi.access.RateLimits;
import org.kakehashi.access.internal.OutsideSignIn;
import org.kakehashi.access.internal.OutsideSignIn.Proving;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The first sign-in through a provider: the password of the account proves, once, that it is
/// theirs. And the last step of signing out there.
@Controller
class ProveController {
    private static final String WRONG = "link";
    private static final int MOST = 10;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final OutsideSignIn outside;
    private final Identities identities;
    private final RateLimits limits;
    private final Templates templates;

    ProveController(
            OutsideSignIn outside, Identities identities, RateLimits limits, Templates templates) {
        this.outside = outside;
        this.identities = identities;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/sign-in/link")
    @Nullable JteModel ask(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Proving proving = outside.proving(request).orElse(null);
        if (proving == null) {
            response.sendRedirect("/sign-in");
            return null;
        }
        return templates.accessLink(proving.login(), false);
    }

    @PostMapping("/sign-in/link")
    @Nullable JteModel prove(
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        Proving proving = outside.proving(request).orElse(null);
        if (proving == null) {
            response.sendRedirect("/sign-in");
            return null;
        }
        String who = proving.user().toString();
        if (limits.exhausted(WRONG, who, MOST)) {
            RateLimits.refuse(request, response, "access.signIn.wait", PAUSE);
            return null;
        }
        if (!identities.passwordIs(proving.user(), password == null ? "" : password)) {
            limits.take(WRONG, who, MOST, PAUSE);
            response.setStatus(422);
            return templates.accessLink(proving.login(), true);
        }
        limits.forget(WRONG, who);
        outside.proven(request, response);
        return null;
    }

    @GetMapping("/sign-in/leave")
    void leaveThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(outside.leaveThere(request).orElse("/"));
    }
}
