package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.SecondFactors;
import org.kakehashi.access.Sessions;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Accounts, for administrators.
@Controller
@RequestMapping("/users")
class UserController {
    private final Users users;
    private final Units units;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Templates templates;

    UserController(
            Users users,
            Units units,
            Sessions sessions,
            SecondFactors factors,
            Templates templates) {
        this.users = users;
        this.units = units;
        this.sessions = sessions;
        this.factors = factors;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        return templates.accessUsers(users.show(), units.list());
    }

    @GetMapping("/new")
    JteModel blank() {
        users.list(); // asks for the permission before the form is shown
        return form(null, UserForm.EMPTY, Map.of());
    }

    @PostMapping
    @Nullable JteModel create(@ModelAttribute UserForm form, HttpServletResponse response)
            throws IOException {
        users.list(); // asks for the permission before anything is answered about logins
        boolean taken = users.findByLogin(UserForm.text(form.login())).isPresent();
        Map<String, String> problems = form.problems(true, taken);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(null, form, problems);
        }
        users.create(form.newUser());
        response.sendRedirect("/users");
        return null;
    }

    @GetMapping("/{id}")
    JteModel edit(@PathVariable UUID id) {
        User user = users.show(id);
        return form(user, UserForm.of(user), Map.of());
    }

    @PostMapping("/{id}")
    @Nullable JteModel change(
            @PathVariable UUID id, @ModelAttribute UserForm form, HttpServletResponse response)
            throws IOException {
        User user = users.get(id);
        Map<String, String> problems = form.problems(false, false);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(user, form, problems);
        }
        users.change(form.changed(user), UserForm.text(form.password()));
        response.sendRedirect("/users");
        return null;
    }

    private JteModel form(@Nullable User user, UserForm form, Map<String, String> problems) {
        return templates.accessUser(
                user, form, units.list(), problems, user != null && factors.isSetUp(user.id()));
    }

    @GetMapping("/{id}/sessions")
    JteModel sessions(@PathVariable UUID id) {
        User user = users.show(id);
        return templates.accessSessions(
                sessions.list(id), null, "/users/" + id + "/sessions", user);
    }

    @PostMapping("/{id}/sessions/{session}/end")
    void end(@PathVariable UUID id, @PathVariable UUID session, HttpServletResponse response)
            throws IOException {
        sessions.end(id, session);
        response.sendRedirect("/users/" + id + "/sessions");
    }

    @PostMapping("/{id}/sessions/others/end")
    void endAll(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        sessions.endAll(id);
        response.sendRedirect("/users/" + id + "/sessions");
    }

    @PostMapping("/{id}/second-factor/removal")
    void removeFactor(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        factors.remove(id);
        sessions.endAll(id);
        response.sendRedirect("/users/" + id);
    }
}
