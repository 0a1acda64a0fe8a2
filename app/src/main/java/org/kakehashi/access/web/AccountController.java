package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Sessions;
import org.kakehashi.access.Users;
import org.kakehashi.access.internal.SignInSteps;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/// One's own account: name, roles, mail, language, password, sessions.
@Controller
@RequestMapping("/account")
class AccountController {
    private final Users users;
    private final Sessions sessions;
    private final SignInSteps steps;
    private final LocaleResolver languages;
    private final Templates templates;

    AccountController(
            Users users,
            Sessions sessions,
            SignInSteps steps,
            LocaleResolver languages,
            Templates templates) {
        this.users = users;
        this.sessions = sessions;
        this.steps = steps;
        this.languages = languages;
        this.templates = templates;
    }

    @GetMapping
    JteModel show() {
        return page(Map.of(), null);
    }

    @PostMapping("/password")
    JteModel changePassword(
            @RequestParam(required = false) @Nullable String present,
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String> problems =
                users.myPasswordIs(UserForm.text(present))
                        ? users.passwordProblem(me(), UserForm.text(password))
                                .map(problem -> Map.of("password", problem))
                                .orElse(Map.of())
                        : Map.of("present", "access.password.wrong");
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(problems, null);
        }
        users.changePassword(me(), UserForm.text(password));
        sessions.endOthers(me(), steps.session(request).orElse(null));
        return page(problems, "access.password.isChanged");
    }

    @PostMapping("/contact")
    JteModel changeContact(
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        String address = UserForm.text(email);
        if (!UserForm.isMail(address)) {
            response.setStatus(422);
            return page(Map.of("email", "access.email.form"), null);
        }
        users.changeMyContact(address.isEmpty() ? null : address, UserForm.text(language));
        languages.setLocale(request, response, Locale.of(users.myLanguage()));
        return page(Map.of(), "access.contact.isChanged");
    }

    @GetMapping("/sessions")
    JteModel sessions(HttpServletRequest request) {
        return templates.accessSessions(
                sessions.list(me()),
                steps.session(request).orElse(null),
                "/account/sessions",
                null);
    }

    @PostMapping("/sessions/{id}/end")
    void end(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        sessions.end(me(), id);
        response.sendRedirect("/account/sessions");
    }

    @PostMapping("/sessions/others/end")
    void endOthers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sessions.endOthers(me(), steps.session(request).orElse(null));
        response.sendRedirect("/account/sessions");
    }

    private JteModel page(Map<String, String> problems, @Nullable String done) {
        return templates.accessAccount(
                CurrentUser.get(),
                users.myEmail().orElse(null),
                users.myLanguage(),
                problems,
                done);
    }

    private static UUID me() {
        return Objects.requireNonNull(CurrentUser.get().id());
    }
}
