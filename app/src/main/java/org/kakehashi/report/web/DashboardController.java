package org.kakehashi.report.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.report.Board;
import org.kakehashi.report.Boards;
import org.kakehashi.report.Dashboard;
import org.kakehashi.report.Dashboards;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Dashboards as they are looked at: together, or one figure after the other in a meeting.
@Controller
@RequestMapping("/dashboards")
class DashboardController {
    private static final int FURTHEST = 80;
    private static final List<String> REGIONS =
            List.of(
                    "asia",
                    "oceania",
                    "north_america",
                    "latin_america",
                    "europe",
                    "middle_east",
                    "africa",
                    "other");

    private final Dashboards dashboards;
    private final Boards boards;
    private final BoardViews views;
    private final DashboardFiles files;
    private final Units units;
    private final Templates templates;
    private final Clock clock;

    DashboardController(
            Dashboards dashboards,
            Boards boards,
            BoardViews views,
            DashboardFiles files,
            Units units,
            Templates templates,
            Clock clock) {
        this.dashboards = dashboards;
        this.boards = boards;
        this.views = views;
        this.files = files;
        this.units = units;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping
    JteModel list() {
        return templates.reportDashboards(dashboards.list(), dashboards.mayCompose());
    }

    @GetMapping("/{id}")
    JteModel show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String part) {
        return templates.reportDashboard(page(id, date, part));
    }

    /// One figure on each screen.
    @GetMapping("/{id}/presentation")
    JteModel present(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(defaultValue = "1") String n) {
        DashboardPage page = page(id, date, part);
        if (page.entries().isEmpty()) {
            throw KakehashiException.notFound();
        }
        int number = n.matches("\\d{1,2}") ? Integer.parseInt(n) : 1;
        return templates.reportPresentation(page, Math.clamp(number, 1, page.entries().size()));
    }

    @GetMapping("/{id}/file")
    void file(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam String format,
            HttpServletResponse response)
            throws IOException {
        Dashboard dashboard = dashboards.get(id);
        Board board = boards.of(dashboard, day(date, LocalDate.now(clock)), part(dashboard, part));
        files.send(board, views.all(board), format, response);
    }

    private DashboardPage page(UUID id, @Nullable String date, @Nullable String part) {
        Dashboard dashboard = dashboards.get(id);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = day(date, today);
        String narrowed = part(dashboard, part);
        Board board = boards.of(dashboard, day, narrowed);
        Query query =
                Query.of("/dashboards/" + id)
                        .with("date", day.equals(today) ? null : day)
                        .with("part", narrowed);
        return new DashboardPage(
                dashboard,
                day,
                Dates.day(day),
                today,
                query,
                days(query, day, today),
                parts(dashboard, narrowed),
                narrowed == null ? null : name(dashboard, narrowed),
                views.all(board),
                dashboards.mayChange(dashboard),
                dashboards.mayCompose());
    }

    static LocalDate day(@Nullable String asked, LocalDate today) {
        if (asked == null || asked.isBlank()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(asked.strip());
            boolean reasonable =
                    day.isAfter(today.minusYears(FURTHEST)) && day.isBefore(today.plusYears(6));
            return reasonable ? day : today;
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    private static List<Tab> days(Query query, LocalDate day, LocalDate today) {
        FiscalYear year = FiscalYear.of(today);
        List<Tab> all = new ArrayList<>();
        all.add(new Tab(t("report.today"), query.without("date").href(), day.equals(today)));
        for (LocalDate one : List.of(year.start().withMonth(5), year.plus(-1).end())) {
            all.add(new Tab(Dates.day(one), query.with("date", one).href(), day.equals(one)));
        }
        return all;
    }

    /// What the dashboard is narrowed to; null where the address names nothing that is there.
    @Nullable String part(Dashboard dashboard, @Nullable String asked) {
        String narrow = dashboard.narrow();
        if (narrow == null || asked == null || asked.isBlank()) {
            return null;
        }
        return parts(dashboard, asked).stream()
                .map(Choice::value)
                .filter(asked::equals)
                .findFirst()
                .orElse(null);
    }

    private List<Choice> parts(Dashboard dashboard, @Nullable String chosen) {
        String current = String.valueOf(chosen);
        List<Choice> all =
                switch (String.valueOf(dashboard.narrow())) {
                    case "unit" ->
                            units.list().stream()
                                    .map(one -> new Choice(one.id().toString(), t(one.name())))
                                    .toList();
                    case "country" ->
                            java.util.Arrays.stream(Locale.getISOCountries())
                                    .map(code ->
                                            new Choice(code, new Country(code).name(Text.locale())))
                                    .sorted(
                                            Comparator.comparing(
                                                    Choice::label,
                                                    com.ibm.icu.text.Collator.getInstance(
                                                            Text.locale())))
                                    .toList();
                    case "region" ->
                            REGIONS.stream()
                                    .map(one -> new Choice(one, t("strategy.region." + one)))
                                    .toList();
                    default -> List.of();
                };
        return all.stream().map(one -> one.chosenIf(current)).toList();
    }

    private String name(Dashboard dashboard, String part) {
        return parts(dashboard, part).stream()
                .filter(Choice::chosen)
                .map(Choice::label)
                .findFirst()
                .orElse(part);
    }
}
