package org.kakehashi.mobility.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.mobility.Stay;
import org.kakehashi.mobility.Stays;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.person.People;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Recording and changing a stay. A form with something wrong comes back as it was typed.
@Controller
@RequestMapping("/stays")
class StayFormController {
    private static final int UNPROCESSABLE = 422;

    private final Stays stays;
    private final People people;
    private final Organizations organizations;
    private final Units units;
    private final Access access;
    private final Templates templates;

    StayFormController(
            Stays stays,
            People people,
            Organizations organizations,
            Units units,
            Access access,
            Templates templates) {
        this.stays = stays;
        this.people = people;
        this.organizations = organizations;
        this.units = units;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel empty(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID partner) {
        access.require("mobility.edit");
        Map<String, String> typed = new LinkedHashMap<>();
        if (person != null) {
            typed.put("person", person.toString());
        }
        if (partner != null) {
            typed.put("partner", partner.toString());
        }
        return page(null, typed, List.of(), Map.of(), List.of());
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/edit")
    JteModel filled(@PathVariable UUID id) {
        Stay stay = editable(id);
        return page(id, StayReader.typed(stay), StayReader.funding(stay), Map.of(), List.of());
    }

    @PostMapping("/new")
    @Nullable JteModel create(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<String> funding,
            HttpServletResponse response)
            throws IOException {
        access.require("mobility.edit");
        return answer(null, typed, funding == null ? List.of() : funding, response);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/edit")
    @Nullable JteModel change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<String> funding,
            HttpServletResponse response)
            throws IOException {
        editable(id);
        return answer(id, typed, funding == null ? List.of() : funding, response);
    }

    private @Nullable JteModel answer(
            @Nullable UUID id,
            Map<String, String> typed,
            List<String> funding,
            HttpServletResponse response)
            throws IOException {
        Map<String, String> problems = new LinkedHashMap<>();
        Stay.Source source = id == null ? null : stays.get(id).content().source();
        Stay.Content content = new StayReader(typed, problems).read(funding, source);
        UUID person = person(typed);
        if (person == null) {
            problems.put("person", "mobility.problem.person");
        }
        List<String> overlapping = List.of();
        if (person != null) {
            stays.problems(id, person, content).forEach(problems::putIfAbsent);
            overlapping =
                    problems.containsKey("overlapConfirmed")
                            ? stays.overlapping(id, person, content).stream()
                                    .map(StayFormController::sentence)
                                    .toList()
                            : List.of();
        }
        if (problems.isEmpty() && person != null) {
            try {
                UUID saved = stays.save(id, version(typed), person, content);
                response.sendRedirect("/stays/" + saved);
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.CONFLICT) {
                    throw refused; // shown again over the newer record
                }
                problems.put("", refused.key());
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(id, typed, funding, problems, overlapping);
    }

    private static String sentence(Stay stay) {
        return t(
                "mobility.overlapping",
                "number",
                stay.number(),
                "kind",
                Words.word("kind", stay.content().kind()),
                "from",
                Words.day(stay.content().starts()),
                "until",
                Words.day(stay.content().ends()));
    }

    private @Nullable UUID person(Map<String, String> typed) {
        String text = typed.getOrDefault("person", "");
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return null;
        }
        UUID id = UUID.fromString(text);
        return people.find(List.of(id)).isEmpty() ? null : id;
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private Stay editable(UUID id) {
        Stay stay = stays.get(id);
        if (!stays.mayEdit(stay.content())) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "mobility.refused.notYourUnit", Map.of());
        }
        return stay;
    }

    private JteModel page(
            @Nullable UUID id,
            Map<String, String> given,
            Collection<String> funding,
            Map<String, String> problems,
            List<String> overlapping) {
        Map<String, String> typed = new LinkedHashMap<>(given);
        UUID person = person(typed);
        if (person != null) {
            people.find(List.of(person))
                    .values()
                    .forEach(one -> typed.put("personText", one.names().label(Text.locale())));
        }
        List<Choice> agreements = List.of();
        String partner = typed.getOrDefault("partner", "");
        if (partner.matches("[0-9a-f-]{36}")) {
            UUID known = UUID.fromString(partner);
            typed.put(
                    "partnerText",
                    organizations
                            .find(known)
                            .map((OrganizationRef one) -> one.label(Text.locale()))
                            .orElse(""));
            agreements =
                    stays.agreementsWith(known).stream()
                            .map(one ->
                                    new Choice(
                                            one.id().toString(),
                                            one.number() + " " + t(one.content().title())))
                            .toList();
        }
        List<Choice> choices =
                units.list().stream()
                        .map(unit -> new Choice(unit.id().toString(), t(unit.name())))
                        .toList();
        return templates.mobilityForm(
                new StayForm(
                        id == null ? null : id.toString(),
                        typed,
                        new HashSet<>(funding),
                        problems,
                        overlapping,
                        choices,
                        agreements));
    }
}
