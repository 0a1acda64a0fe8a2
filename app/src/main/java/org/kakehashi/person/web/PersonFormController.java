package org.kakehashi.person.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.person.People;
import org.kakehashi.person.Person;
import org.kakehashi.person.Sensitive;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Recording and changing a person. Sensitive values are asked for a new person, and changed only
/// where the box says so; the form never shows them.
@Controller
@RequestMapping("/people")
class PersonFormController {
    private static final int UNPROCESSABLE = 422;

    private final People people;
    private final Access access;
    private final Templates templates;

    PersonFormController(People people, Access access, Templates templates) {
        this.people = people;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel empty() {
        access.require("person.edit");
        return page(null, new LinkedHashMap<>(), Map.of());
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/edit")
    JteModel filled(@PathVariable UUID id) {
        Person person = editable(id);
        Map<String, String> typed = PersonWords.typed(person.details());
        typed.put("version", Integer.toString(person.version()));
        return page(id, typed, Map.of());
    }

    @PostMapping("/new")
    @Nullable JteModel create(@RequestParam Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        access.require("person.edit");
        return answer(null, typed, response);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/edit")
    @Nullable JteModel change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        editable(id);
        return answer(id, typed, response);
    }

    private @Nullable JteModel answer(
            @Nullable UUID id, Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        Map<String, String> problems = new LinkedHashMap<>();
        Person.Details details = PersonWords.details(typed, problems);
        Sensitive sensitive = PersonWords.sensitive(typed, problems);
        if (problems.isEmpty()) {
            try {
                UUID saved = save(id, typed, details, sensitive);
                response.sendRedirect("/people/" + saved);
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.CONFLICT) {
                    throw refused; // shown again over the newer record
                }
                problems.put("", refused.key());
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(id, typed, problems);
    }

    private UUID save(
            @Nullable UUID id,
            Map<String, String> typed,
            Person.Details details,
            Sensitive sensitive) {
        if (id == null) {
            return people.create(details, sensitive, List.of());
        }
        String version = typed.getOrDefault("version", "");
        boolean replace = people.maySeeSensitive() && typed.containsKey("replaceSensitive");
        people.change(
                id,
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                details,
                replace ? sensitive : null);
        return id;
    }

    private Person editable(UUID id) {
        Person person = people.get(id);
        if (!people.mayEdit(person)) {
            throw KakehashiException.forbidden("person.edit");
        }
        return person;
    }

    private JteModel page(
            @Nullable UUID id, Map<String, String> typed, Map<String, String> problems) {
        return templates.personForm(
                new PersonForm(
                        id == null ? null : id.toString(),
                        typed,
                        problems,
                        id == null || people.maySeeSensitive()));
    }
}
