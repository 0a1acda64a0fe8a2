package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.RateLimits;
import org.kakehashi.access.SecondFactors;
import org.kakehashi.access.internal.SignInSteps;
import org.kakehashi.access.internal.SignInSteps.Pending;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The second step of signing in: the code, or setting the second factor up where a role needs it.
@Controller
class SecondFactorController {
    private static final String WRONG = "second factor";
    private static final int MOST = 10;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final SecondFactors factors;
    private final SignInSteps steps;
    private final RateLimits limits;
    private final Enrolment enrolment;
    private final Templates templates;

    SecondFactorController(
            SecondFactors factors,
            SignInSteps steps,
            RateLimits limits,
            Enrolment enrolment,
            Templates templates) {
        this.factors = factors;
        this.steps = steps;
        this.limits = limits;
        this.enrolment = enrolment;
        this.templates = templates;
    }

    @GetMapping("/sign-in/code")
    @Nullable JteModel code(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Pending pending = steps.pending(request).orElse(null);
        if (pending == null || pending.setUp()) {
            response.sendRedirect(pending == null ? "/" : "/sign-in/set-up");
            return null;
        }
        return templates.accessCode(false);
    }

    @PostMapping("/sign-in/code")
    @Nullable JteModel check(
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        Pending pending = steps.pending(request).orElse(null);
        if (pending == null || pending.setUp()) {
            response.sendRedirect("/sign-in");
            return null;
        }
        String who = pending.user().toString();
        if (limits.exhausted(WRONG, who, MOST)) {
            steps.giveUp(request);
            RateLimits.refuse(request, response, "access.signIn.wait", PAUSE);
            return null;
        }
        if (!factors.take(pending.user(), UserForm.text(code))) {
            limits.take(WRONG, who, MOST, PAUSE);
            response.setStatus(422);
            return templates.accessCode(true);
        }
        limits.forget(WRONG, who);
        steps.complete(request, response);
        return null;
    }

    @GetMapping("/sign-in/set-up")
    @Nullable JteModel setUp(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Pending pending = steps.pending(request).filter(Pending::setUp).orElse(null);
        if (pending == null) {
            response.sendRedirect("/");
            return null;
        }
        return templates.accessSetUp(
                enrolment.of(request, pending.login()), "/sign-in/set-up", true, false);
    }

    @PostMapping("/sign-in/set-up")
    @Nullable JteModel confirm(
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Pending pending = steps.pending(request).filter(Pending::setUp).orElse(null);
        if (pending == null) {
            response.sendRedirect("/");
            return null;
        }
        Enrolment.Offer offer = enrolment.of(request, pending.login());
        List<String> codes = factors.confirm(pending.user(), offer.secret(), UserForm.text(code));
        if (codes.isEmpty()) {
            response.setStatus(422);
            return templates.accessSetUp(offer, "/sign-in/set-up", true, true);
        }
        enrolment.over(request);
        steps.enrolled(request, response);
        return templates.accessRecoveryCodes(codes, "/");
    }
}
