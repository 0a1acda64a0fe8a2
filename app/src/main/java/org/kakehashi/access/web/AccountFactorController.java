package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.SecondFactors;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own second factor: set up, look after, take away.
@Controller
@RequestMapping("/account/second-factor")
class AccountFactorController {
    private final SecondFactors factors;
    private final Users users;
    private final Enrolment enrolment;
    private final Templates templates;

    AccountFactorController(
            SecondFactors factors, Users users, Enrolment enrolment, Templates templates) {
        this.factors = factors;
        this.users = users;
        this.enrolment = enrolment;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(HttpServletRequest request) {
        return factors.isSetUp(me()) ? present(null) : offer(request, false);
    }

    @PostMapping
    JteModel confirm(
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Enrolment.Offer offer = enrolment.of(request, CurrentUser.get().login());
        List<String> codes =
                factors.isSetUp(me())
                        ? List.of()
                        : factors.confirm(me(), offer.secret(), UserForm.text(code));
        if (codes.isEmpty()) {
            response.setStatus(422);
            return offer(request, true);
        }
        enrolment.over(request);
        return templates.accessRecoveryCodes(codes, "/account/second-factor");
    }

    @PostMapping("/removal")
    @Nullable JteModel remove(
            @RequestParam(required = false) @Nullable String present, HttpServletResponse response)
            throws IOException {
        if (!users.myPasswordIs(UserForm.text(present))) {
            response.setStatus(422);
            return present("access.password.wrong");
        }
        factors.remove(me());
        response.sendRedirect("/account/second-factor");
        return null;
    }

    private JteModel present(@Nullable String problem) {
        return templates.accessSecondFactor(
                factors.recoveryCodesLeft(me()),
                factors.isNeeded(CurrentUser.get().grants()),
                problem);
    }

    private JteModel offer(HttpServletRequest request, boolean wrong) {
        return templates.accessSetUp(
                enrolment.of(request, CurrentUser.get().login()),
                "/account/second-factor",
                false,
                wrong);
    }

    private static UUID me() {
        return Objects.requireNonNull(CurrentUser.get().id());
    }
}
