package org.kakehashi.organization.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.organization.Aliases;
import org.kakehashi.organization.Organization;
import org.kakehashi.organization.OrganizationName;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Enters and changes organizations the registry does not have.
@Controller
@RequestMapping("/organizations")
class LocalController {
    private final Organizations organizations;
    private final Aliases aliases;
    private final Access access;
    private final Templates templates;

    LocalController(
            Organizations organizations, Aliases aliases, Access access, Templates templates) {
        this.organizations = organizations;
        this.aliases = aliases;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel blank(@RequestParam(required = false) @Nullable String name) {
        access.require("organization.edit");
        return templates.organizationLocal(null, LocalOrganizationForm.blank(name), Map.of());
    }

    @PostMapping
    @Nullable JteModel create(
            @ModelAttribute LocalOrganizationForm form, HttpServletResponse response)
            throws IOException {
        access.require("organization.edit");
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return templates.organizationLocal(null, form, problems);
        }
        OrganizationRef created = organizations.createLocal(form.organization());
        response.sendRedirect(created.href());
        return null;
    }

    @GetMapping("/{id}/edit")
    JteModel edit(@PathVariable UUID id) {
        access.require("organization.edit");
        Organization organization = organizations.profile(id);
        String local =
                aliases.of(id).stream()
                        .filter(name -> name.current() && name.kind().equals("label"))
                        .filter(name -> name.language() == null)
                        .map(OrganizationName::value)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return templates.organizationLocal(
                organization.ref(), LocalOrganizationForm.of(organization, local), Map.of());
    }

    @PostMapping("/{id}")
    @Nullable JteModel change(
            @PathVariable UUID id,
            @ModelAttribute LocalOrganizationForm form,
            HttpServletResponse response)
            throws IOException {
        access.require("organization.edit");
        OrganizationRef known = organizations.get(id);
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return templates.organizationLocal(known, form, problems);
        }
        int version = form.version() == null ? 0 : form.version();
        organizations.changeLocal(id, version, form.organization());
        response.sendRedirect(known.href());
        return null;
    }
}
