package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.CaseState;
import org.kakehashi.review.Matter;
import org.kakehashi.review.Matters;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// General matters: written, shown, changed.
@Controller
public class MatterController {
    private static final int UNPROCESSABLE = 422;

    /// The form as typed.
    public record MatterForm(
            @Nullable String titleJa,
            @Nullable String titleEn,
            @Nullable String textJa,
            @Nullable String textEn,
            @Nullable String topic,
            @Nullable String level,
            @Nullable String country,
            @Nullable String burden,
            @Nullable Set<UUID> units,
            @Nullable String links,
            @Nullable Integer version) {}

    /// @param id null while it is new
    /// @param problems by field; under the empty name what belongs to none
    public record FormPage(
            @Nullable UUID id,
            MatterForm form,
            List<Choice> topics,
            List<Choice> levels,
            List<Choice> burdens,
            List<Choice> countries,
            List<Choice> units,
            Map<String, String> problems) {}

    /// @param current the latest case about it that the reader may see
    /// @param links addresses of papers that a browser may open
    public record MatterPage(
            Matter matter,
            @Nullable String country,
            List<String> units,
            @Nullable ReviewCase current,
            List<String> links,
            boolean mayPropose,
            boolean mayChange) {}

    private final Matters matters;
    private final ReviewCases cases;
    private final Units units;
    private final Access access;
    private final Templates templates;

    MatterController(
            Matters matters, ReviewCases cases, Units units, Access access, Templates templates) {
        this.matters = matters;
        this.cases = cases;
        this.units = units;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping("/matters/new")
    JteModel blank() {
        access.require("review.propose");
        return form(
                null,
                new MatterForm(
                        null, null, null, null, "other", "unknown", null, "unknown", Set.of(), null,
                        0),
                Map.of());
    }

    @PostMapping("/matters/new")
    @Nullable JteModel create(@ModelAttribute MatterForm form, HttpServletResponse response)
            throws IOException {
        return save(null, form, response);
    }

    @GetMapping("/matters/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        Matter matter = matters.get(id);
        ReviewCase current = cases.about("matter", id).orElse(null);
        boolean open = current != null && !current.state().status().over();
        boolean decided =
                current != null
                        && current.state().status().over()
                        && current.state().status() != CaseState.Status.WITHDRAWN;
        return templates.reviewMatter(
                new MatterPage(
                        matter,
                        matter.country() == null
                                ? null
                                : new Country(matter.country()).name(Text.locale()),
                        matter.units().stream()
                                .flatMap(unit -> units.find(unit).stream())
                                .map(unit -> t(unit.name()))
                                .sorted()
                                .toList(),
                        current,
                        matter.links()
                                .lines()
                                .map(String::strip)
                                .filter(MatterController::opens)
                                .toList(),
                        !open && !decided && matters.mayPropose(matter),
                        matters.mayChange(matter)));
    }

    @GetMapping("/matters/{id:[0-9a-f-]{36}}/edit")
    JteModel edit(@PathVariable UUID id) {
        Matter matter = matters.get(id);
        if (!matters.mayChange(matter)) {
            throw KakehashiException.forbidden("review.propose");
        }
        return form(
                id,
                new MatterForm(
                        matter.title().ja(),
                        matter.title().en(),
                        matter.text().ja(),
                        matter.text().en(),
                        matter.topic(),
                        matter.level(),
                        matter.country(),
                        matter.burden(),
                        matter.units(),
                        matter.links(),
                        matter.version()),
                Map.of());
    }

    @PostMapping("/matters/{id:[0-9a-f-]{36}}/edit")
    @Nullable JteModel change(
            @PathVariable UUID id, @ModelAttribute MatterForm form, HttpServletResponse response)
            throws IOException {
        return save(id, form, response);
    }

    private @Nullable JteModel save(
            @Nullable UUID id, MatterForm form, HttpServletResponse response) throws IOException {
        Map<String, String> problems = new LinkedHashMap<>();
        if (text(form.titleJa()).isEmpty() && text(form.titleEn()).isEmpty()) {
            problems.put("titleJa", t("review.matter.titleNeeded"));
        }
        if (form.units() == null || form.units().isEmpty()) {
            problems.put("units", t("review.matter.unitsNeeded"));
        }
        boolean badLink =
                text(form.links())
                        .lines()
                        .anyMatch(line -> !line.isBlank() && !opens(line.strip()));
        if (badLink) {
            problems.put("links", t("review.matter.linksForm"));
        }
        if (problems.isEmpty()) {
            try {
                Matter matter = matter(id, form);
                UUID saved = id;
                if (id == null) {
                    saved = matters.create(matter);
                } else {
                    matters.change(matter);
                }
                response.sendRedirect("/matters/" + saved);
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.CONFLICT) {
                    throw refused; // shown again over the newer record
                }
                problems.put("", Messages.text(Text.locale(), refused.key(), refused.arguments()));
            }
        }
        response.setStatus(UNPROCESSABLE);
        return form(id, form, problems);
    }

    private static Matter matter(@Nullable UUID id, MatterForm form) {
        String country = text(form.country());
        return new Matter(
                id == null ? new UUID(0, 0) : id,
                new Bilingual(form.titleJa(), form.titleEn()),
                new Bilingual(form.textJa(), form.textEn()),
                text(form.topic()),
                text(form.level()),
                country.matches("[A-Z]{2}") ? country : null,
                text(form.burden()),
                form.units() == null ? Set.of() : new HashSet<>(form.units()),
                text(form.links()),
                null,
                form.version() == null ? -1 : form.version());
    }

    private JteModel form(@Nullable UUID id, MatterForm form, Map<String, String> problems) {
        Map<String, String> all = new HashMap<>(problems);
        Set<UUID> chosen = form.units() == null ? Set.of() : form.units();
        return templates.reviewMatterForm(
                new FormPage(
                        id,
                        form,
                        choices("topic", Matter.TOPICS, form.topic()),
                        choices("level", Matter.LEVELS, form.level()),
                        choices("burden", Matter.BURDENS, form.burden()),
                        countries(form.country()),
                        units.list().stream()
                                .filter(unit -> unit.parent() != null)
                                .map(unit ->
                                        new Choice(
                                                unit.id().toString(),
                                                t(unit.name()),
                                                chosen.contains(unit.id())))
                                .toList(),
                        all));
    }

    private static List<Choice> choices(
            String group, List<String> codes, @Nullable String current) {
        return codes.stream()
                .map(code ->
                        new Choice(code, t("review." + group + "." + code), code.equals(current)))
                .toList();
    }

    private static List<Choice> countries(@Nullable String current) {
        return Country.all(Text.locale()).stream()
                .map(one ->
                        new Choice(one.code(), one.name(Text.locale()), one.code().equals(current)))
                .toList();
    }

    private static boolean opens(String link) {
        return link.matches("(?i)https?://[^\\s<>\"]{3,1000}");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
