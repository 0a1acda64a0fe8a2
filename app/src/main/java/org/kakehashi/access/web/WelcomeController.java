package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.FirstAdministrator;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The first page of an empty installation.
@Controller
@RequestMapping("/welcome")
class WelcomeController {
    private final FirstAdministrator first;
    private final Templates templates;

    WelcomeController(FirstAdministrator first, Templates templates) {
        this.first = first;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel form(HttpServletResponse response) throws IOException {
        if (!first.isWanted()) {
            response.sendRedirect("/sign-in");
            return null;
        }
        return templates.accessWelcome(WelcomeForm.EMPTY, Map.of());
    }

    @PostMapping
    @Nullable JteModel establish(@ModelAttribute WelcomeForm form, HttpServletResponse response)
            throws IOException {
        Map<String, String> problems = form.problems(first::codeIs);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return templates.accessWelcome(form, problems);
        }
        first.establish(form.setup());
        response.sendRedirect("/sign-in");
        return null;
    }
}
