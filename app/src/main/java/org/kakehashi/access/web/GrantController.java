package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Permissions;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The roles of a person with the time for which they are granted.
@Controller
@RequestMapping("/users/{id}/grants")
class GrantController {
    private final Permissions permissions;
    private final Users users;
    private final Units units;
    private final Clock clock;
    private final Templates templates;

    GrantController(
            Permissions permissions, Users users, Units units, Clock clock, Templates templates) {
        this.permissions = permissions;
        this.users = users;
        this.units = units;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel list(@PathVariable UUID id) {
        return page(id, Map.of());
    }

    @PostMapping
    @Nullable JteModel grant(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            HttpServletResponse response)
            throws IOException {
        try {
            permissions.grant(id, UserForm.text(role), unit, date(from), date(until));
        } catch (KakehashiException problem) {
            if (problem.kind() != KakehashiException.Kind.INVALID) {
                throw problem;
            }
            response.setStatus(422);
            return page(id, Map.of("role", problem.key()));
        } catch (DateTimeParseException e) {
            response.setStatus(422);
            return page(id, Map.of("from", "access.unit.valid.form"));
        }
        response.sendRedirect("/users/" + id + "/grants");
        return null;
    }

    @PostMapping("/{grant}/end")
    void end(@PathVariable UUID id, @PathVariable UUID grant, HttpServletResponse response)
            throws IOException {
        permissions.end(id, grant);
        response.sendRedirect("/users/" + id + "/grants");
    }

    private JteModel page(UUID id, Map<String, String> problems) {
        return templates.accessGrants(
                users.get(id),
                permissions.grants(id),
                units.list(),
                LocalDate.now(clock),
                problems);
    }

    private static @Nullable LocalDate date(@Nullable String value) {
        return UserForm.text(value).isEmpty() ? null : LocalDate.parse(UserForm.text(value));
    }
}
