package org.kakehashi.intake.web;

import gg.jte.models.runtime.JteModel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Institutions;
import org.kakehashi.intake.Spelling;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The queue of institutions, one spelling at a time, made for the keyboard.
@Controller
@RequestMapping("/intake/imports/{id}/institutions")
class InstitutionController {
    private static final int LISTED = 200;

    private final Imports imports;
    private final Institutions institutions;
    private final Organizations organizations;
    private final Templates templates;

    InstitutionController(
            Imports imports,
            Institutions institutions,
            Organizations organizations,
            Templates templates) {
        this.imports = imports;
        this.institutions = institutions;
        this.organizations = organizations;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID spelling,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean local,
            @RequestParam(required = false) @Nullable String q) {
        Import one = imports.get(id);
        boolean openOnly = !all;
        List<Spelling> list = institutions.page(one, openOnly, 0, LISTED);
        Spelling current = spelling == null ? null : institutions.find(one, spelling).orElse(null);
        if (current == null && !list.isEmpty()) {
            current = list.getFirst();
        }
        return templates.intakeInstitutions(page(one, current, list, all, local, q));
    }

    private QueuePage page(
            Import one,
            @Nullable Spelling current,
            List<Spelling> list,
            boolean all,
            boolean local,
            @Nullable String q) {
        List<OrganizationRef> found =
                q == null || q.isBlank() ? List.of() : organizations.suggest(q, 9);
        UUID chosen = current == null ? null : current.organization();
        return new QueuePage(
                one,
                list,
                institutions.count(one, true),
                institutions.count(one, false),
                all,
                current,
                chosen == null ? null : organizations.find(chosen).orElse(null),
                current == null
                        ? null
                        : institutions.neighbour(one, current, false, !all).orElse(null),
                current == null
                        ? null
                        : institutions.neighbour(one, current, true, !all).orElse(null),
                current == null ? List.of() : institutions.rows(one, current, 5),
                q == null ? "" : q,
                found,
                local,
                institutions.remembers(),
                imports.mayChange(one) && one.draft());
    }

    @PostMapping("/{spelling}/decision")
    String decide(
            @PathVariable UUID id,
            @PathVariable UUID spelling,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String organization,
            @RequestParam(defaultValue = "") String organizationText,
            @RequestParam(defaultValue = "false") boolean all) {
        String here = "redirect:/intake/imports/" + id + "/institutions?";
        if (organization.isEmpty() && decision.isEmpty()) {
            return here
                    + "spelling="
                    + spelling
                    + "&all="
                    + all
                    + "&q="
                    + URLEncoder.encode(organizationText, StandardCharsets.UTF_8);
        }
        switch (decision) {
            case "none" -> institutions.none(id, spelling);
            case "later" -> institutions.later(id, spelling);
            case "undo" -> institutions.undo(id, spelling);
            default -> institutions.choose(id, spelling, UUID.fromString(organization));
        }
        return decision.equals("undo")
                ? here + "all=" + all + "&spelling=" + spelling
                : next(id, spelling, all);
    }

    @PostMapping("/{spelling}/organization")
    String create(
            @PathVariable UUID id,
            @PathVariable UUID spelling,
            @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "false") boolean all) {
        if (nameJa.isBlank() && nameEn.isBlank()) {
            return "redirect:/intake/imports/"
                    + id
                    + "/institutions?local=true&spelling="
                    + spelling;
        }
        institutions.create(
                id,
                spelling,
                new Bilingual(nameJa, nameEn),
                country.matches("[A-Z]{2}") ? country : null);
        return next(id, spelling, all);
    }

    @PostMapping("/undo")
    String undo(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean all) {
        String here = "redirect:/intake/imports/" + id + "/institutions?all=" + all;
        return institutions
                .undoLast(id)
                .map(taken -> here + "&spelling=" + taken.id())
                .orElse(here);
    }

    private String next(UUID id, UUID spelling, boolean all) {
        Import one = imports.get(id);
        String here = "redirect:/intake/imports/" + id + "/institutions?all=" + all;
        Spelling decided = institutions.find(one, spelling).orElse(null);
        return decided == null
                ? here
                : institutions
                        .nextOpen(one, decided.position())
                        .map(open -> here + "&spelling=" + open.id())
                        .orElse(here);
    }
}
