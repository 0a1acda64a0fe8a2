package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The tree of our own units.
@Controller
@RequestMapping("/units")
class UnitController {
    private final Units units;
    private final Access access;
    private final Templates templates;

    UnitController(Units units, Access access, Templates templates) {
        this.units = units;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        return templates.accessUnits(units.list(), units, access.may("access.units"));
    }

    @GetMapping("/new")
    JteModel blank(@RequestParam(required = false) @Nullable UUID parent) {
        access.require("access.units");
        return form(null, UnitForm.blank(parent), Map.of());
    }

    @PostMapping
    @Nullable JteModel create(@ModelAttribute UnitForm form, HttpServletResponse response)
            throws IOException {
        return save(null, form, response);
    }

    @GetMapping("/{id}")
    JteModel edit(@PathVariable UUID id) {
        access.require("access.units");
        return form(units.get(id), UnitForm.of(units.get(id)), Map.of());
    }

    @PostMapping("/{id}")
    @Nullable JteModel change(
            @PathVariable UUID id, @ModelAttribute UnitForm form, HttpServletResponse response)
            throws IOException {
        return save(units.get(id), form, response);
    }

    private @Nullable JteModel save(
            @Nullable Unit unit, UnitForm form, HttpServletResponse response) throws IOException {
        access.require("access.units");
        UUID id = unit == null ? UUID.randomUUID() : unit.id();
        boolean taken =
                units.list().stream()
                        .anyMatch(other ->
                                !other.id().equals(id)
                                        && other.code()
                                                .equalsIgnoreCase(UserForm.text(form.code())));
        Map<String, String> problems = form.problems(taken);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(unit, form, problems);
        }
        units.save(form.unit(id));
        response.sendRedirect("/units");
        return null;
    }

    private JteModel form(@Nullable Unit unit, UnitForm form, Map<String, String> problems) {
        return templates.accessUnit(unit, form, units.list(), problems);
    }
}
