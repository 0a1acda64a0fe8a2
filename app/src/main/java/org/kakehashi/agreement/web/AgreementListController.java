package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.SavedViews;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Counted;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.Organizations;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.view.Column;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.kakehashi.ui.view.TableHead;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The list of agreements: filter, order, columns and page all live in the address.
@Controller
@RequestMapping("/agreements")
class AgreementListController {
    private static final int ROWS = 50;
    private static final List<Status> TABS =
            List.of(
                    Status.IN_FORCE,
                    Status.EXPIRING,
                    Status.LAPSED,
                    Status.UNKNOWN,
                    Status.PROPOSED,
                    Status.ENDED);

    private final AgreementFacts facts;
    private final Agreements agreements;
    private final SavedViews views;
    private final Kinds kinds;
    private final Units units;
    private final Organizations organizations;
    private final AgreementExport export;
    private final NameSource names;
    private final Clock clock;
    private final Templates templates;

    AgreementListController(
            AgreementFacts facts,
            Agreements agreements,
            SavedViews views,
            Kinds kinds,
            Units units,
            Organizations organizations,
            AgreementExport export,
            NameSource names,
            Clock clock,
            Templates templates) {
        this.facts = facts;
        this.agreements = agreements;
        this.views = views;
        this.kinds = kinds;
        this.units = units;
        this.organizations = organizations;
        this.export = export;
        this.names = names;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(
            @RequestParam(required = false) @Nullable String format, HttpServletResponse response)
            throws IOException {
        Query query = Query.here().without("format");
        AgreementFilter filter = AgreementFilter.of(query.values(), LocalDate.now(clock));
        Optional<ExportFormat> wanted = ExportFormat.of(format);
        if (wanted.isPresent()) {
            String sentence = new ListChips(names, organizations).sentence(filter, query);
            Order order = Order.of(query.first(TableHead.SORT));
            ExportFile.send(export.of(filter, order, sentence, names), wanted.get(), response);
            return null;
        }
        return templates.agreementList(page(filter, query));
    }

    @PostMapping("/views")
    RedirectView save(@RequestParam String name, @RequestParam String query) {
        views.save(name, query);
        var list = new RedirectView("/agreements?" + query);
        list.setExpandUriTemplateVariables(false); // braces are somebody's text
        return list;
    }

    @PostMapping("/views/{id}/delete")
    String delete(@PathVariable UUID id) {
        views.delete(id);
        return "redirect:/agreements";
    }

    private ListPage page(AgreementFilter filter, Query query) {
        Map<String, Long> byStatus = new LinkedHashMap<>();
        for (Counted one : facts.countBy(Dimension.STATUS, filter.without(Dimension.STATUS))) {
            byStatus.put(one.value(), one.count());
        }
        TableHead head = new TableHead(columns(), query, "partner");
        Pager pager = Pager.of(query, ROWS, total(filter, byStatus));
        Order order = Order.of(head.sort());
        return new ListPage(
                filter,
                query,
                head,
                pager,
                facts.list(filter, order, pager.offset(), pager.size(), Text.locale()),
                tabs(filter, query, byStatus),
                new ListChips(names, organizations).of(filter, query),
                ListFields.of(filter, kinds, units),
                views.mine(),
                names,
                agreements.mayCreate(),
                CurrentUser.get().signedIn());
    }

    private static long total(AgreementFilter filter, Map<String, Long> byStatus) {
        return byStatus.entrySet().stream()
                .filter(entry ->
                        filter.values(Dimension.STATUS).isEmpty()
                                || filter.values(Dimension.STATUS).contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<Tab> tabs(AgreementFilter filter, Query query, Map<String, Long> byStatus) {
        Query base = query.without(TableHead.PAGE);
        String name = Dimension.STATUS.parameter();
        long all = byStatus.values().stream().mapToLong(Long::longValue).sum();
        List<Tab> tabs = new ArrayList<>();
        tabs.add(
                new Tab(
                        t("agreement.status.all"),
                        base.without(name).href(),
                        filter.values(Dimension.STATUS).isEmpty(),
                        all));
        for (Status status : TABS) {
            tabs.add(
                    new Tab(
                            Words.word("status", status),
                            base.with(name, status.code()).href(),
                            filter.values(Dimension.STATUS).contains(status.code()),
                            byStatus.getOrDefault(status.code(), 0L)));
        }
        return tabs;
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("partner", t("agreement.partner")).fixed(),
                Column.text("status", t("agreement.status")),
                Column.text("country", t("agreement.country")),
                Column.text("level", t("agreement.level")),
                Column.text("kind", t("agreement.kind")),
                Column.text("unit", t("agreement.unit")),
                Column.text("start", t("agreement.start")),
                Column.text("end", t("agreement.end")),
                Column.text("number", t("agreement.number")),
                Column.text("title", t("agreement.title")).onRequest(),
                Column.text("renewal", t("agreement.renewal")).onRequest(),
                Column.number("quotaIn", t("agreement.quotaIn")).onRequest().unsorted(),
                Column.number("quotaOut", t("agreement.quotaOut")).onRequest().unsorted(),
                Column.text("visibility", t("agreement.visibility")).onRequest());
    }
}
