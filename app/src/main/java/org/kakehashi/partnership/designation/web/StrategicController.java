package org.kakehashi.partnership.designation.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.designation.Candidacies;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.partnership.designation.Evidence;
import org.kakehashi.partnership.designation.Finding;
import org.kakehashi.partnership.designation.Judgement;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of one candidacy or designation: evidence, statement, judgements, end.
@Controller
@RequestMapping("/strategic-partners/{id:[0-9a-f-]{36}}")
class StrategicController {
    private static final int UNPROCESSABLE = 422;
    private static final String KIND = "strategic_partner";

    private final Candidacies candidacies;
    private final Organizations organizations;
    private final Documents documents;
    private final ReviewCases cases;
    private final Units units;
    private final Users users;
    private final Clock clock;
    private final Templates templates;

    StrategicController(
            Candidacies candidacies,
            Organizations organizations,
            Documents documents,
            ReviewCases cases,
            Units units,
            Users users,
            Clock clock,
            Templates templates) {
        this.candidacies = candidacies;
        this.organizations = organizations;
        this.documents = documents;
        this.cases = cases;
        this.units = units;
        this.users = users;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return page(id, Map.of(), Map.of());
    }

    @PostMapping("/statement")
    @Nullable JteModel state(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        return done(
                id,
                typed,
                response,
                "statementJa",
                () ->
                        candidacies.state(
                                id,
                                version(typed),
                                Ids.read(typed.get("unit")),
                                bilingual(typed, "statement")));
    }

    @PostMapping("/criteria/{criterion:[0-9a-f-]{36}}")
    @Nullable JteModel judge(
            @PathVariable UUID id,
            @PathVariable UUID criterion,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        return done(
                id,
                typed,
                response,
                "result-" + criterion,
                () ->
                        candidacies.judge(
                                id,
                                criterion,
                                Coded.find(
                                                Finding.class,
                                                typed.getOrDefault("result-" + criterion, ""))
                                        .orElse(Finding.UNKNOWN),
                                bilingual(typed, "said-" + criterion + "-")));
    }

    @PostMapping("/close")
    @Nullable JteModel close(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        return done(
                id,
                typed,
                response,
                "reasonJa",
                () -> candidacies.close(id, version(typed), bilingual(typed, "reason")));
    }

    /// Does it, and comes back to the page; what is refused is told beside what was typed.
    private @Nullable JteModel done(
            UUID id,
            Map<String, String> typed,
            HttpServletResponse response,
            String field,
            Runnable work)
            throws IOException {
        try {
            work.run();
            response.sendRedirect("/strategic-partners/" + id);
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused; // a conflict is shown again over the newer record
            }
            response.setStatus(UNPROCESSABLE);
            return page(id, typed, Map.of(field, refused.key()));
        }
    }

    private JteModel page(UUID id, Map<String, String> typed, Map<String, String> problems) {
        Candidacy one = candidacies.get(id);
        List<Evidence> evidence = candidacies.evidence(one, Text.locale());
        Map<UUID, String> names = new LinkedHashMap<>();
        for (Judgement judgement : one.judgements().values()) {
            UUID by = judgement.by();
            if (by != null) {
                names.put(by, users.name(by).map(name -> t(name)).orElse(""));
            }
        }
        boolean mayEdit = candidacies.mayEdit(one);
        boolean editable = mayEdit && one.state() == Candidacy.State.DRAFT;
        UUID unit = one.unit();
        return templates.partnershipStrategicShow(
                new StrategicPage(
                        one,
                        organizations.get(one.organization()),
                        unit == null
                                ? null
                                : units.find(unit).map(each -> t(each.name())).orElse(null),
                        evidence,
                        Candidacies.rule(one.scheme(), evidence),
                        one.state().open() ? candidacies.obstacle(one, evidence) : null,
                        names,
                        candidacies.of(one.organization()).stream()
                                .filter(each -> !each.id().equals(id))
                                .toList(),
                        documents.part(KIND, id),
                        cases.about(KIND, id).orElse(null),
                        LocalDate.now(clock),
                        mayEdit,
                        editable,
                        units.list().stream()
                                .map(each ->
                                        new Choice(each.id().toString(), t(each.name()))
                                                .chosenIf(
                                                        typed.getOrDefault(
                                                                "unit",
                                                                unit == null
                                                                        ? ""
                                                                        : unit.toString())))
                                .toList(),
                        typed,
                        problems));
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private static Bilingual bilingual(Map<String, String> typed, String name) {
        return new Bilingual(typed.get(name + "Ja"), typed.get(name + "En"));
    }
}
