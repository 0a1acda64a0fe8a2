package org.kakehashi.partnership.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.kakehashi.kernel.Country;
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
import org.kakehashi.ui.view.Choice;
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
    ///
    /// @param country of the partner; empty: unknown
    public record Line(Visit visit, String partner, String country) {}

    /// What the list shows.
    public record Listed(
            List<Line> lines,
            int total,
            VisitFilter filter,
            List<Choice> countries,
            List<Choice> years,
            List<Choice> units,
            boolean mayCreate) {}

    private final Visits visits;
    private final Organizations organizations;
    private final Units units;
    private final Users users;
    private final VisitPages pages;
    private final Clock clock;
    private final Templates templates;

    VisitController(
            Visits visits,
            Organizations organizations,
            Units units,
            Users users,
            VisitPages pages,
            Clock clock,
            Templates templates) {
        this.visits = visits;
        this.organizations = organizations;
        this.units = units;
        this.users = users;
        this.pages = pages;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        VisitFilter filter = VisitFilter.of(asked);
        List<Line> all = lines(visits.list(filter.coming()));
        List<Line> lines = all.stream().filter(filter::holds).toList();
        if (asked.containsKey("format")) {
            ExportFile.send(
                    export(lines),
                    ExportFormat.of(asked.get("format")).orElse(ExportFormat.XLSX),
                    response);
            return null;
        }
        return templates.partnershipList(
                new Listed(
                        lines.stream().limit(SHOWN).toList(),
                        lines.size(),
                        filter,
                        filter.countries(all),
                        filter.years(all),
                        units.list().stream()
                                .map(unit ->
                                        new Choice(unit.id().toString(), t(unit.name()))
                                                .chosenIf(filter.unit()))
                                .toList(),
                        visits.mayCreate()));
    }

    private List<Line> lines(List<Visit> all) {
        Map<UUID, OrganizationRef> names =
                organizations.find(all.stream().map(Visit::organization).distinct().toList());
        return all.stream()
                .map(one -> {
                    OrganizationRef partner = names.get(one.organization());
                    return new Line(
                            one,
                            partner == null ? "" : partner.label(Text.locale()),
                            partner == null || partner.country() == null
                                    ? ""
                                    : partner.country().code());
                })
                .toList();
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        return pages.of(id, new Typed());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/follow-ups")
    @Nullable JteModel add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        Typed typed = new Typed(fields);
        LocalDate due = typed.day("due");
        String login = typed.text("responsible");
        UUID responsible =
                login == null
                        ? CurrentUser.get().id()
                        : users.findByLogin(login).map(User::id).orElse(null);
        if (responsible == null) {
            typed.problem("responsible", "partnership.problem.responsible");
        }
        if (typed.text("what") == null) {
            typed.problem("what", "partnership.problem.what");
        }
        boolean mayEdit = visits.mayEdit(visits.get(id));
        if (typed.sound() || !mayEdit) {
            visits.add(id, typed.value("what"), responsible, due);
            response.sendRedirect("/visits/" + id + "#after");
            return null;
        }
        response.setStatus(UNPROCESSABLE);
        return pages.of(id, typed);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/follow-ups/{followUp:[0-9a-f-]{36}}/done")
    String done(@PathVariable UUID id, @PathVariable UUID followUp) {
        visits.done(id, followUp);
        return "redirect:/visits/" + id + "#after";
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
                        column(
                                "partnership.country",
                                line ->
                                        line.country().isEmpty()
                                                ? null
                                                : new Country(line.country()).name(Text.locale())),
                        column(
                                "partnership.unit",
                                line ->
                                        line.visit().unit() == null
                                                ? null
                                                : units.find(line.visit().unit())
                                                        .map(unit -> t(unit.name()))
                                                        .orElse(null)),
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
