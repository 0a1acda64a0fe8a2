package org.kakehashi.partnership.designation.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.designation.Candidacies;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.partnership.designation.Candidacy.State;
import org.kakehashi.partnership.designation.Schemes;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Strategic partners and those put forward; putting one forward.
@Controller
@RequestMapping("/strategic-partners")
public class StrategicListController {
    private static final int UNPROCESSABLE = 422;
    private static final Map<String, List<State>> TABS =
            Map.of(
                    "designated",
                    List.of(State.DESIGNATED),
                    "underway",
                    List.of(State.DRAFT, State.REVIEW),
                    "over",
                    List.of(State.REJECTED, State.WITHDRAWN, State.ENDED));

    /// The form that puts a partner forward, as typed.
    public record BeginPage(
            Map<String, String> typed,
            Map<String, String> problems,
            List<Choice> schemes,
            List<Choice> units) {
        public String value(String name) {
            return typed.getOrDefault(name, "");
        }
    }

    private final Candidacies candidacies;
    private final Schemes schemes;
    private final Organizations organizations;
    private final Units units;
    private final Clock clock;
    private final Templates templates;

    StrategicListController(
            Candidacies candidacies,
            Schemes schemes,
            Organizations organizations,
            Units units,
            Clock clock,
            Templates templates) {
        this.candidacies = candidacies;
        this.schemes = schemes;
        this.organizations = organizations;
        this.units = units;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(
            @RequestParam(defaultValue = "designated") String show,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        String tab = TABS.containsKey(show) ? show : "designated";
        List<StrategicLine> lines = lines(candidacies.list(TABS.getOrDefault(tab, List.of())));
        if (format != null) {
            ExportFile.send(
                    export(lines), ExportFormat.of(format).orElse(ExportFormat.XLSX), response);
            return null;
        }
        return templates.partnershipStrategicList(
                lines, tab, LocalDate.now(clock), candidacies.mayPutForward());
    }

    private List<StrategicLine> lines(List<Candidacy> all) {
        Map<UUID, OrganizationRef> partners =
                organizations.find(all.stream().map(Candidacy::organization).distinct().toList());
        return all.stream()
                .filter(one -> partners.containsKey(one.organization()))
                .map(one ->
                        new StrategicLine(
                                one, Objects.requireNonNull(partners.get(one.organization()))))
                .toList();
    }

    @GetMapping("/new")
    JteModel empty(@RequestParam(required = false) @Nullable UUID partner) {
        if (!candidacies.mayPutForward()) {
            throw KakehashiException.forbidden("partnership.designate");
        }
        Map<String, String> typed = new LinkedHashMap<>();
        if (partner != null) {
            organizations
                    .find(partner)
                    .ifPresent(ref -> {
                        typed.put("partner", ref.id().toString());
                        typed.put("partnerText", ref.label(Text.locale()));
                    });
        }
        return page(typed, Map.of());
    }

    @PostMapping("/new")
    @Nullable JteModel begin(@RequestParam Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        if (!candidacies.mayPutForward()) {
            throw KakehashiException.forbidden("partnership.designate");
        }
        Map<String, String> problems = new LinkedHashMap<>();
        UUID partner = Ids.read(typed.get("partner"));
        UUID scheme = Ids.read(typed.get("scheme"));
        if (partner == null || organizations.find(partner).isEmpty()) {
            problems.put("partner", "partnership.problem.partner");
        }
        if (scheme == null) {
            problems.put("scheme", "partnership.candidacy.problem.scheme");
        }
        if (partner != null && scheme != null && problems.isEmpty()) {
            try {
                UUID id = candidacies.begin(partner, scheme, Ids.read(typed.get("unit")));
                response.sendRedirect("/strategic-partners/" + id);
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.FORBIDDEN) {
                    problems.put("unit", "partnership.candidacy.refused");
                } else {
                    problems.put("partner", refused.key());
                }
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(typed, problems);
    }

    private JteModel page(Map<String, String> typed, Map<String, String> problems) {
        return templates.partnershipStrategicNew(
                new BeginPage(
                        typed,
                        problems,
                        schemes.inUse().stream()
                                .map(one ->
                                        new Choice(String.valueOf(one.id()), t(one.name()))
                                                .chosenIf(typed.getOrDefault("scheme", "")))
                                .toList(),
                        units.list().stream()
                                .map(one ->
                                        new Choice(one.id().toString(), t(one.name()))
                                                .chosenIf(typed.getOrDefault("unit", "")))
                                .toList()));
    }

    private TableExport<StrategicLine> export(List<StrategicLine> lines) {
        return new TableExport<>(
                t("partnership.strategic"),
                List.of(
                        column("partnership.partner", line -> line.partner().label(Text.locale())),
                        column("partnership.strategic.country", StrategicListController::country),
                        column(
                                "partnership.strategic.scheme",
                                line -> t(line.candidacy().scheme().name())),
                        column(
                                "partnership.strategic.state",
                                line ->
                                        t(
                                                "partnership.candidacy.state."
                                                        + line.candidacy().state().code())),
                        column(
                                "partnership.strategic.since",
                                line -> term(line, Candidacy.Term::from)),
                        column(
                                "partnership.strategic.until",
                                line -> term(line, Candidacy.Term::until)),
                        column(
                                "partnership.strategic.reviewOn",
                                line -> term(line, Candidacy.Term::reviewOn)),
                        column(
                                "partnership.strategic.decision",
                                line -> term(line, Candidacy.Term::decision))),
                lines.stream(),
                new ExportNote(
                        t("partnership.strategic"),
                        null,
                        Dates.day(LocalDate.now(clock)),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static @Nullable Object country(StrategicLine line) {
        return line.partner().country() == null
                ? null
                : line.partner().country().name(Text.locale());
    }

    private static @Nullable Object term(
            StrategicLine line, Function<Candidacy.Term, @Nullable Object> value) {
        Candidacy.Term term = line.candidacy().term();
        return term == null ? null : value.apply(term);
    }

    private static ExportColumn<StrategicLine> column(
            String key, Function<StrategicLine, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key)),
                24,
                value);
    }
}
