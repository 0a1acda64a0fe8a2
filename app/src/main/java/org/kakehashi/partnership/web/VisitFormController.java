package org.kakehashi.partnership.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Recording and changing a visit. A form with something wrong comes back as it was typed.
@Controller
@RequestMapping("/visits")
class VisitFormController {
    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final Organizations organizations;
    private final Units units;
    private final Access access;
    private final Templates templates;

    VisitFormController(
            Visits visits,
            Organizations organizations,
            Units units,
            Access access,
            Templates templates) {
        this.visits = visits;
        this.organizations = organizations;
        this.units = units;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel empty(@RequestParam(required = false) @Nullable UUID partner) {
        access.require("partnership.edit");
        Map<String, String> typed = new LinkedHashMap<>();
        if (partner != null) {
            named(typed, partner);
        }
        return page(null, typed, Map.of());
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/edit")
    JteModel filled(@PathVariable UUID id) {
        Visit visit = editable(id);
        Map<String, String> typed = new LinkedHashMap<>();
        named(typed, visit.organization());
        typed.put("version", Integer.toString(visit.version()));
        typed.put("direction", visit.direction().code());
        put(typed, "unit", visit.unit());
        put(typed, "from", visit.from());
        put(typed, "until", visit.until());
        put(typed, "purposeJa", visit.purpose().ja());
        put(typed, "purposeEn", visit.purpose().en());
        put(typed, "guests", visit.guests());
        put(typed, "hosts", visit.hosts());
        put(typed, "programmeJa", visit.programme().ja());
        put(typed, "programmeEn", visit.programme().en());
        put(typed, "gifts", visit.gifts());
        put(typed, "minutesJa", visit.minutes().ja());
        put(typed, "minutesEn", visit.minutes().en());
        return page(id, typed, Map.of());
    }

    @PostMapping("/new")
    @Nullable JteModel create(@RequestParam Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        access.require("partnership.edit");
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
        UUID partner = id(typed.get("partner"));
        if (partner == null || organizations.find(partner).isEmpty()) {
            problems.put("partner", "partnership.problem.partner");
        }
        LocalDate from = day(typed, "from", problems);
        LocalDate until =
                typed.getOrDefault("until", "").isBlank() ? from : day(typed, "until", problems);
        if (problems.isEmpty() && partner != null && from != null && until != null) {
            try {
                UUID saved = visits.save(visit(id, partner, from, until, typed));
                response.sendRedirect("/visits/" + saved);
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

    private static Visit visit(
            @Nullable UUID id,
            UUID partner,
            LocalDate from,
            LocalDate until,
            Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return new Visit(
                id,
                partner,
                Coded.find(Visit.Direction.class, typed.get("direction"))
                        .orElse(Visit.Direction.INBOUND),
                id(typed.get("unit")),
                from,
                until,
                bilingual(typed, "purpose"),
                text(typed, "guests"),
                text(typed, "hosts"),
                bilingual(typed, "programme"),
                text(typed, "gifts"),
                bilingual(typed, "minutes"),
                List.of(),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
    }

    static @Nullable LocalDate day(
            Map<String, String> typed, String name, Map<String, String> problems) {
        DateReading reading = DateReader.read(typed.getOrDefault(name, "").strip());
        DateText date =
                reading.dates().size() == 1 ? reading.dates().getFirst().date() : DateText.NONE;
        if (date.precision() != DateText.Precision.DAY) {
            problems.put(name, "partnership.problem.date");
            return null;
        }
        return date.date();
    }

    private static Bilingual bilingual(Map<String, String> typed, String name) {
        return new Bilingual(typed.get(name + "Ja"), typed.get(name + "En"));
    }

    private static @Nullable String text(Map<String, String> typed, String name) {
        String text = typed.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable UUID id(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(one -> one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .orElse(null);
    }

    private Visit editable(UUID id) {
        Visit visit = visits.get(id);
        if (!visits.mayEdit(visit)) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "partnership.refused.notYourUnit", Map.of());
        }
        return visit;
    }

    private void named(Map<String, String> typed, UUID partner) {
        organizations
                .find(partner)
                .ifPresent(ref -> {
                    typed.put("partner", ref.id().toString());
                    typed.put("partnerText", ref.label(Text.locale()));
                });
    }

    private static void put(Map<String, String> typed, String name, @Nullable Object value) {
        if (value != null) {
            typed.put(name, value.toString());
        }
    }

    private JteModel page(
            @Nullable UUID id, Map<String, String> typed, Map<String, String> problems) {
        List<Choice> choices =
                units.list().stream()
                        .map(unit -> new Choice(unit.id().toString(), t(unit.name())))
                        .toList();
        return templates.partnershipForm(
                new VisitPage(id == null ? null : id.toString(), typed, problems, choices));
    }
}
