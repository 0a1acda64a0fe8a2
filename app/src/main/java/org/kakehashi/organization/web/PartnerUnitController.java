package org.kakehashi.organization.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.PartnerUnit;
import org.kakehashi.organization.PartnerUnits;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Enters and changes faculties of partners.
@Controller
@RequestMapping("/organizations")
class PartnerUnitController {
    private final Organizations organizations;
    private final PartnerUnits units;
    private final Access access;
    private final Templates templates;

    PartnerUnitController(
            Organizations organizations, PartnerUnits units, Access access, Templates templates) {
        this.organizations = organizations;
        this.units = units;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping("/{organization}/units/new")
    JteModel blank(@PathVariable UUID organization) {
        access.require("organization.edit");
        return form(organizations.get(organization), null, PartnerUnitForm.BLANK, Map.of());
    }

    @PostMapping("/{organization}/units")
    @Nullable JteModel create(
            @PathVariable UUID organization,
            @ModelAttribute PartnerUnitForm form,
            HttpServletResponse response)
            throws IOException {
        access.require("organization.edit");
        OrganizationRef partner = organizations.get(organization);
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(partner, null, form, problems);
        }
        units.add(form.unit(UUID.randomUUID(), organization));
        response.sendRedirect(partner.href() + "#units-title");
        return null;
    }

    @GetMapping("/units/{id}")
    JteModel edit(@PathVariable UUID id) {
        access.require("organization.edit");
        PartnerUnit unit = unit(id);
        return form(
                organizations.get(unit.organization()), unit, PartnerUnitForm.of(unit), Map.of());
    }

    @PostMapping("/units/{id}")
    @Nullable JteModel change(
            @PathVariable UUID id,
            @ModelAttribute PartnerUnitForm form,
            HttpServletResponse response)
            throws IOException {
        access.require("organization.edit");
        PartnerUnit unit = unit(id);
        OrganizationRef partner = organizations.get(unit.organization());
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(partner, unit, form, problems);
        }
        units.change(form.unit(id, unit.organization()));
        response.sendRedirect(partner.href() + "#units-title");
        return null;
    }

    private PartnerUnit unit(UUID id) {
        return units.find(id).orElseThrow(KakehashiException::notFound);
    }

    private JteModel form(
            OrganizationRef partner,
            @Nullable PartnerUnit unit,
            PartnerUnitForm form,
            Map<String, String> problems) {
        var others =
                units.of(partner.id()).stream()
                        .filter(other -> unit == null || !other.id().equals(unit.id()))
                        .toList();
        return templates.organizationUnit(partner, unit, form, others, problems);
    }
}
