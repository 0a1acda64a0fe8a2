package org.kakehashi.partnership.web;

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
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of visits and the page of one, with what follows from it.
@Controller
@RequestMapping("/visits")
public class VisitController {
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 200;

    /// A visit in the list.
    public record Line(Visit visit, String partner) {}

    /// What the page of a visit shows.
    ///
    /// @param names of those who must do what follows
    public record Shown(
            Visit visit,
            OrganizationRef partner,
            @Nullable String unit,
            Map<UUID, String> names,
            LocalDate today,
            boolean mayEdit,
            Map<String, String> typed,
            Map<String, String> problems) {
        public boolean mayClose(Visit.FollowUp one) {
            return one.doneOn() == null
                    && (mayEdit
                            || one.responsible() != null
                                    && one.responsible().equals(CurrentUser.get().id()));
        }
    }

    private final Visits visits;
    private final Organizations organizations;
    private final Units units;
    private final Users users;
    private final Clock clock;
    private final Templates templates;

    VisitController(
            Visits visits,
            Organizations organizations,
            Units units,
            Users users,
            Clock clock,
            Templates templates) {
        this.visits = visits;
        this.organizations = organizations;
        this.units = units;
        this.users = users;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(
            @RequestParam(defaultValue = "coming") String show,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        boolean coming = !show.equals("past");
        List<Line> lines = lines(visits.list(coming));
        if (format != null) {
            ExportFile.send(
                    export(lines), ExportFormat.of(format).orElse(ExportFormat.XLSX), response);
            return null;
        }
        return templates.partnershipList(
                lines.stream().limit(SHOWN).toList(), lines.size(), coming, visits.mayCreate());
    }

    private List<Line> lines(List<Visit> all) {
        Map<UUID, OrganizationRef> names =
                organizations.find(all.stream().map(Visit::organization).distinct().toList());
        return all.stream()
                .map(one -> {
                    OrganizationRef partner = names.get(one.organization());
                    return new Line(one, partner == null ? "" : partner.label(Text.locale()));
                })
                .toList();
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        return page(id, Map.of(), Map.of());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/follow-ups")
    @Nullable JteModel add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        Map<String, String> problems = new LinkedHashMap<>();
        String what = typed.getOrDefault("what", "");
        LocalDate due =
                typed.getOrDefault("due", "").isBlank()
                        ? null
                        : VisitFormController.day(typed, "due", problems);
        String login = typed.getOrDefault("responsible", "").strip();
        UUID responsible =
                login.isEmpty()
                        ? CurrentUser.get().id()
                        : users.findByLogin(login).map(User::id).orElse(null);
        if (responsible == null) {
            problems.put("responsible", "partnership.problem.responsible");
        }
        if (what.isBlank()) {
            problems.put("what", "partnership.problem.what");
        }
        boolean mayEdit = visits.mayEdit(visits.get(id));
        if (problems.isEmpty() || !mayEdit) {
            visits.add(id, what, responsible, due);
            response.sendRedirect("/visits/" + id + "#after");
            return null;
        }
        response.setStatus(UNPROCESSABLE);
        return page(id, typed, problems);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/follow-ups/{followUp:[0-9a-f-]{36}}/done")
    String done(@PathVariable UUID id, @PathVariable UUID followUp) {
        visits.done(id, followUp);
        return "redirect:/visits/" + id + "#after";
    }

    private String name(UUID user) {
        return users.name(user).map(name -> t(name)).orElse("");
    }

    private JteModel page(UUID id, Map<String, String> typed, Map<String, String> problems) {
        Visit visit = visits.get(id);
        Map<UUID, String> names = new LinkedHashMap<>();
        for (Visit.FollowUp one : visit.followUps()) {
            UUID who = one.responsible();
            if (who != null) {
                names.put(who, name(who));
            }
        }
        UUID unit = visit.unit();
        return templates.partnershipShow(
                new Shown(
                        visit,
                        organizations.get(visit.organization()),
                        unit == null
                                ? null
                                : units.find(unit).map(one -> t(one.name())).orElse(null),
                        names,
                        LocalDate.now(clock),
                        visits.mayEdit(visit),
                        typed,
                        problems));
    }

    private TableExport<Line> export(List<Line> lines) {
        return new TableExport<>(
                t("partnership.visits"),
                List.of(
                        column("partnership.from", line -> line.visit().from()),
                        column("partnership.until", line -> line.visit().until()),
                        column(
                                "partnership.direction",
                                line ->
                                        t(
                                                "partnership.direction."
                                                        + line.visit().direction().code())),
                        column("partnership.partner", Line::partner),
                        column("partnership.purposeJa", line -> line.visit().purpose().ja()),
                        column("partnership.purposeEn", line -> line.visit().purpose().en()),
                        column("partnership.guests", line -> line.visit().guests()),
                        column("partnership.hosts", line -> line.visit().hosts())),
                lines.stream(),
                new ExportNote(
                        t("partnership.visits"),
                        null,
                        Dates.day(LocalDate.now(clock)),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static ExportColumn<Line> column(String key, Function<Line, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key)),
                24,
                value);
    }
}
