package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.access.Permissions;
import org.kakehashi.access.Permissions.Reach;
import org.kakehashi.access.SecondFactors;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The matrix role × use case × reach, for administrators.
@Controller
@RequestMapping("/permissions")
class PermissionController {
    private final Permissions permissions;
    private final SecondFactors factors;
    private final Templates templates;

    PermissionController(Permissions permissions, SecondFactors factors, Templates templates) {
        this.permissions = permissions;
        this.factors = factors;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@RequestParam(required = false) @org.jspecify.annotations.Nullable String saved) {
        return templates.accessPermissions(
                permissions.matrix(), factors.rolesThatNeedIt(), saved != null);
    }

    @PostMapping
    void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Map<String, Reach>> wanted = new HashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    String[] parts = name.split(":", 2);
                    if (parts.length == 2 && Permissions.ROLES.contains(parts[0])) {
                        wanted.computeIfAbsent(parts[1], any -> new HashMap<>())
                                .put(parts[0], reach(values[0]));
                    }
                });
        permissions.change(wanted);
        response.sendRedirect("/permissions?saved");
    }

    @PostMapping("/second-factor")
    void need(
            @RequestParam(required = false) @org.jspecify.annotations.Nullable List<String> roles,
            HttpServletResponse response)
            throws IOException {
        factors.needFor(roles == null ? List.of() : roles);
        response.sendRedirect("/permissions?saved");
    }

    private static Reach reach(String value) {
        for (Reach reach : Reach.values()) {
            if (reach.name().equals(value.toUpperCase(Locale.ROOT))) {
                return reach;
            }
        }
        return Reach.NONE;
    }
}
