package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.PasswordResets;
import org.kakehashi.access.RateLimits;
import org.kakehashi.kernel.Mails;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A forgotten password.
@Controller
class ResetController {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST = 20;

    private final PasswordResets resets;
    private final Mails mails;
    private final RateLimits limits;
    private final Templates templates;

    ResetController(PasswordResets resets, Mails mails, RateLimits limits, Templates templates) {
        this.resets = resets;
        this.mails = mails;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/sign-in/reset")
    JteModel page() {
        return templates.accessReset(false, mails.configured());
    }

    @PostMapping("/sign-in/reset")
    @Nullable JteModel ask(
            @RequestParam(required = false) @Nullable String login,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!limits.take("reset", request.getRemoteAddr(), MOST, WINDOW)) {
            RateLimits.refuse(request, response, "access.tooMany", WINDOW);
            return null;
        }
        resets.ask(UserForm.text(login));
        return templates.accessReset(true, mails.configured());
    }

    @GetMapping("/sign-in/new-password")
    JteModel form(
            @RequestParam(required = false) @Nullable String token, HttpServletResponse response) {
        return form(UserForm.text(token), null, response);
    }

    @PostMapping("/sign-in/new-password")
    @Nullable JteModel set(
            @RequestParam(required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String password,
            HttpServletResponse response)
            throws IOException {
        String known = UserForm.text(token);
        String wanted = UserForm.text(password);
        String problem = resets.problem(known, wanted).orElse(null);
        if (problem != null || !resets.works(known)) {
            response.setStatus(422);
            return form(known, problem, response);
        }
        resets.use(known, wanted);
        response.sendRedirect("/sign-in?new");
        return null;
    }

    private JteModel form(String token, @Nullable String problem, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return templates.accessNewPassword(token, resets.works(token), problem);
    }
}
