package org.kakehashi.compliance.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Users;
import org.kakehashi.compliance.DueDiligence;
import org.kakehashi.compliance.Examination;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Due diligence of one institution: every statement, and a form for the next.
@Controller
@RequestMapping("/organizations/{id:[0-9a-f-]{36}}/due-diligence")
public class DueDiligenceController {
    private static final int UNPROCESSABLE = 422;

    /// A statement with who recorded it.
    public record Stated(Examination examination, String recordedBy) {}

    /// What the page shows.
    public record Shown(
            OrganizationRef organization,
            List<Stated> all,
            LocalDate today,
            boolean mayRecord,
            Map<String, String> typed,
            Map<String, String> problems) {
        public String value(String name) {
            return typed.getOrDefault(name, "");
        }

        public List<Choice> states() {
            return choices("state", Examination.State.values(), "");
        }

        public List<Choice> visibilities() {
            return choices("visibility", Examination.Visibility.values(), "restricted");
        }

        public List<Problem> shown() {
            return problems.entrySet().stream()
                    .map(one ->
                            new Problem(
                                    t(one.getValue()),
                                    one.getKey().isEmpty() ? null : "#" + one.getKey(),
                                    null))
                    .toList();
        }

        private List<Choice> choices(String field, Coded[] values, String usual) {
            String current = typed.getOrDefault(field, usual);
            return Arrays.stream(values)
                    .map(one ->
                            new Choice(one.code(), t("compliance." + field + "." + one.code()))
                                    .chosenIf(current))
                    .toList();
        }
    }

    private final DueDiligence door;
    private final Organizations organizations;
    private final Users users;
    private final Clock clock;
    private final Templates templates;

    DueDiligenceController(
            DueDiligence door,
            Organizations organizations,
            Users users,
            Clock clock,
            Templates templates) {
        this.door = door;
        this.organizations = organizations;
        this.users = users;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return page(id, Map.of("on", LocalDate.now(clock).toString()), Map.of());
    }

    @PostMapping
    @Nullable JteModel record(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        if (!door.mayRecord()) {
            throw KakehashiException.forbidden("compliance.record");
        }
        Map<String, String> problems = new LinkedHashMap<>();
        Examination.State state =
                Coded.find(Examination.State.class, typed.get("state")).orElse(null);
        if (state == null) {
            problems.put("state", "compliance.problem.state");
        }
        LocalDate on = day(typed, "on", true, problems);
        LocalDate until = day(typed, "until", false, problems);
        if (problems.isEmpty() && state != null && on != null) {
            try {
                door.record(
                        new Examination(
                                id,
                                state,
                                on,
                                until,
                                text(typed, "examinedBy"),
                                new Bilingual(typed.get("noteJa"), typed.get("noteEn")),
                                Coded.find(Examination.Visibility.class, typed.get("visibility"))
                                        .orElse(Examination.Visibility.RESTRICTED),
                                null));
                response.sendRedirect("/organizations/" + id + "/due-diligence");
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() != KakehashiException.Kind.INVALID) {
                    throw refused;
                }
                problems.put("", refused.key());
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(id, typed, problems);
    }

    private static @Nullable String text(Map<String, String> typed, String name) {
        String text = typed.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(
            Map<String, String> typed, String name, boolean needed, Map<String, String> problems) {
        String text = typed.getOrDefault(name, "").strip();
        if (text.isEmpty() && !needed) {
            return null;
        }
        DateReading reading = DateReader.read(text);
        DateText date =
                reading.dates().size() == 1 ? reading.dates().getFirst().date() : DateText.NONE;
        if (date.precision() != DateText.Precision.DAY) {
            problems.put(name, "compliance.problem.date");
            return null;
        }
        return date.date();
    }

    private JteModel page(UUID id, Map<String, String> typed, Map<String, String> problems) {
        List<Stated> all =
                door.of(id).stream()
                        .map(one ->
                                new Stated(
                                        one,
                                        one.recordedBy() == null
                                                ? ""
                                                : users.name(one.recordedBy())
                                                        .map(name -> t(name))
                                                        .orElse("")))
                        .toList();
        return templates.complianceShow(
                new Shown(
                        organizations.get(id),
                        all,
                        LocalDate.now(clock),
                        door.mayRecord(),
                        typed,
                        problems));
    }
}
