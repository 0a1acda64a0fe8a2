package org.kakehashi.mobility.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.mobility.Crisis;
import org.kakehashi.mobility.Stay;
import org.kakehashi.mobility.StayFilter;
import org.kakehashi.mobility.StayLine;
import org.kakehashi.mobility.Stays;
import org.kakehashi.mobility.Views;
import org.kakehashi.organization.Organizations;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.kakehashi.ui.view.Chip;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Column;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.kakehashi.ui.view.TableHead;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The list of stays: filter, order, columns and page live in the address.
@Controller
@RequestMapping("/stays")
class StayListController {
    private static final int ROWS = 50;
    private static final int COUNTED = 10_000;
    private static final int YEARS = 12;

    private final Stays stays;
    private final Views views;
    private final Crisis crisis;
    private final Units units;
    private final Organizations organizations;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Templates templates;

    StayListController(
            Stays stays,
            Views views,
            Crisis crisis,
            Units units,
            Organizations organizations,
            TransactionTemplate transaction,
            Clock clock,
            Templates templates) {
        this.stays = stays;
        this.views = views;
        this.crisis = crisis;
        this.units = units;
        this.organizations = organizations;
        this.transaction = transaction;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(
            @RequestParam(required = false) @Nullable String format, HttpServletResponse response)
            throws IOException {
        Query query = Query.here().without("format");
        StayFilter filter = StayFilter.of(query.values());
        var wanted = ExportFormat.of(format);
        if (wanted.isPresent()) {
            send(filter, query, wanted.get(), response);
            return null;
        }
        TableHead head = new TableHead(columns(), query, "-starts");
        int total = stays.count(filter);
        Pager pager = Pager.of(query, ROWS, Math.min(total, COUNTED));
        String sort = head.sort() == null ? "-starts" : String.valueOf(head.sort());
        return templates.mobilityList(
                new StayListPage(
                        query,
                        head,
                        pager,
                        total > COUNTED,
                        stays.list(filter, sort, pager.offset(), pager.size()),
                        tabs(filter, query),
                        chips(filter, query),
                        offered(filter),
                        views.mine(),
                        unitNames(),
                        stays.mayCreate(),
                        crisis.mayUse()));
    }

    @PostMapping("/views")
    RedirectView save(@RequestParam String name, @RequestParam String query) {
        views.save(name, query);
        var list = new RedirectView("/stays?" + query);
        list.setExpandUriTemplateVariables(false); // braces are somebody's text
        return list;
    }

    @PostMapping("/views/{id:[0-9a-f-]{36}}/delete")
    String delete(@PathVariable UUID id) {
        views.delete(id);
        return "redirect:/stays";
    }

    /// The rows are read in one transaction while the file is written.
    private void send(
            StayFilter filter, Query query, ExportFormat format, HttpServletResponse response) {
        String sentence =
                chips(filter, query).stream().map(Chip::label).collect(Collectors.joining(" / "));
        String sort = query.first(TableHead.SORT) == null ? "-starts" : query.first(TableHead.SORT);
        transaction.executeWithoutResult(status -> {
            try {
                ExportFile.send(export(filter, String.valueOf(sort), sentence), format, response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private TableExport<StayLine> export(StayFilter filter, String sort, String sentence) {
        Map<UUID, String> names = unitNames();
        return new TableExport<>(
                t("mobility.stays"),
                List.of(
                        Words.column("number", StayLine::number),
                        Words.column("personNumber", StayLine::personNumber),
                        Words.column("name", line -> line.names().label(Text.locale())),
                        Words.column("names", line -> line.names().all(Text.locale())),
                        Words.column(
                                "direction", line -> Words.word("direction", line.direction())),
                        Words.column("kind", line -> Words.word("kind", line.kind())),
                        Words.column("status", line -> Words.word("status", line.status())),
                        Words.column("level", line -> Words.word("level", line.level())),
                        Words.column("partnerJa", line -> line.partner().ja()),
                        Words.column("partnerEn", line -> line.partner().en()),
                        Words.column(
                                "country",
                                line ->
                                        line.country() == null
                                                ? null
                                                : Words.country(line.country())),
                        Words.column("countryCode", StayLine::country),
                        Words.column("city", StayLine::city),
                        Words.column("unit", line -> names.get(line.unit())),
                        Words.column("programme", StayLine::programme),
                        Words.column("starts", StayLine::starts),
                        Words.column("ends", StayLine::ends),
                        Words.column("underAgreement", StayLine::underAgreement)),
                stays.export(filter, sort, sentence),
                new ExportNote(
                        t("mobility.stays"),
                        sentence.isEmpty() ? null : sentence,
                        Dates.day(LocalDate.now(clock)),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private Map<UUID, String> unitNames() {
        Map<UUID, String> names = new HashMap<>();
        units.list().forEach(unit -> names.put(unit.id(), t(unit.name())));
        return names;
    }

    private List<Tab> tabs(StayFilter filter, Query query) {
        Query base = query.without(TableHead.PAGE, "direction");
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(t("mobility.direction.both"), base.href(), filter.direction() == null));
        for (Stay.Direction one : Stay.Direction.values()) {
            tabs.add(
                    new Tab(
                            Words.word("direction", one),
                            base.with("direction", one.code()).href(),
                            one.code().equals(filter.direction())));
        }
        return tabs;
    }

    private List<Chip> chips(StayFilter filter, Query query) {
        Query base = query.without(TableHead.PAGE);
        List<Chip> chips = new ArrayList<>();
        for (String name : StayFilter.PARAMETERS) {
            String value = base.first(name);
            if (value != null && !name.equals("direction")) {
                chips.add(
                        new Chip(
                                t("mobility.filter." + name) + ": " + shown(name, value, filter),
                                base.without(name).href()));
            }
        }
        return chips;
    }

    private String shown(String name, String value, StayFilter filter) {
        return switch (name) {
            case "kind", "status", "level" ->
                    offered(filter).getOrDefault(name, List.of()).stream()
                            .filter(one -> one.value().equals(value))
                            .findFirst()
                            .map(Choice::label)
                            .orElse(value);
            case "country" -> value.matches("[A-Z]{2}") ? Words.country(value) : value;
            case "unit" -> {
                UUID unit = filter.unit();
                yield unit == null ? value : unitNames().getOrDefault(unit, value);
            }
            case "partner" -> {
                UUID partner = filter.partner();
                yield partner == null
                        ? value
                        : organizations
                                .find(partner)
                                .map(one -> one.label(Text.locale()))
                                .orElse(value);
            }
            default -> value;
        };
    }

    private Map<String, List<Choice>> offered(StayFilter filter) {
        Integer year = filter.year();
        int now = FiscalYear.of(LocalDate.now(clock)).year();
        UUID unit = filter.unit();
        return Map.of(
                "kind", Words.choices("kind", Stay.Kind.values(), filter.kind()),
                "status", Words.choices("status", Stay.Status.values(), filter.status()),
                "level", Words.choices("level", Stay.Level.values(), filter.level()),
                "country", Words.countries(filter.country()),
                "unit",
                        units.list().stream()
                                .map(one ->
                                        new Choice(
                                                one.id().toString(),
                                                t(one.name()),
                                                one.id().equals(unit)))
                                .toList(),
                "year",
                        IntStream.range(0, YEARS)
                                .map(i -> now + 1 - i)
                                .mapToObj(one ->
                                        new Choice(
                                                Integer.toString(one),
                                                new FiscalYear(one).label(Text.locale()),
                                                year != null && year == one))
                                .toList());
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("person", t("mobility.name")).fixed(),
                Column.text("status", t("mobility.status")),
                Column.text("direction", t("mobility.direction")).unsorted(),
                Column.text("kind", t("mobility.kind")).unsorted(),
                Column.text("partner", t("mobility.partner")),
                Column.text("country", t("mobility.country")),
                Column.text("city", t("mobility.city")).unsorted().onRequest(),
                Column.text("unit", t("mobility.unit")).unsorted(),
                Column.text("level", t("mobility.level")).onRequest(),
                Column.text("starts", t("mobility.starts")),
                Column.text("ends", t("mobility.ends")),
                Column.text("number", t("mobility.number")).onRequest());
    }
}
