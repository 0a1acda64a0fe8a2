package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.SupportViews;
import org.kakehashi.access.Users;
import org.kakehashi.access.internal.SupportSession;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Begins and ends seeing the system as another person does.
@Controller
class SupportController {
    private final SupportViews views;
    private final SupportSession session;
    private final Users users;
    private final Templates templates;

    SupportController(
            SupportViews views, SupportSession session, Users users, Templates templates) {
        this.views = views;
        this.session = session;
        this.users = users;
        this.templates = templates;
    }

    @GetMapping("/users/{id}/support")
    JteModel ask(@PathVariable UUID id) {
        return page(id, null);
    }

    @PostMapping("/users/{id}/support")
    @Nullable JteModel start(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            session.begin(request, views.start(id, UserForm.text(reason)));
        } catch (KakehashiException problem) {
            if (problem.kind() != KakehashiException.Kind.INVALID) {
                throw problem;
            }
            response.setStatus(422);
            return page(id, problem.key());
        }
        response.sendRedirect("/");
        return null;
    }

    @PostMapping(SupportSession.END)
    void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String back =
                session.view(request).map(view -> "/users/" + view.of() + "/support").orElse("/");
        session.end(request);
        response.sendRedirect(back);
    }

    private JteModel page(UUID id, @Nullable String problem) {
        String obstacle = views.obstacle(id).orElse(null);
        return templates.accessSupport(users.get(id), obstacle, problem);
    }
}
