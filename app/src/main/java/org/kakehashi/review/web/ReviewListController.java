package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.CaseFilter;
import org.kakehashi.review.CaseLine;
import org.kakehashi.review.CaseState;
import org.kakehashi.review.Matters;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.Subjects;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Column;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.kakehashi.ui.view.TableHead;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of cases.
@Controller
class ReviewListController {
    private static final int ROWS = 50;
    private static final int MOST_ROWS = 100_000;

    private final ReviewCases cases;
    private final Matters matters;
    private final Subjects subjects;
    private final Clock clock;
    private final Templates templates;

    ReviewListController(
            ReviewCases cases,
            Matters matters,
            Subjects subjects,
            Clock clock,
            Templates templates) {
        this.cases = cases;
        this.matters = matters;
        this.subjects = subjects;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/reviews")
    @Nullable JteModel list(
            @RequestParam(required = false) @Nullable String format, HttpServletResponse response)
            throws IOException {
        Query query = Query.here().without("format");
        TableHead head = new TableHead(columns(), query, "-proposed");
        String sort = head.sort();
        String text = query.first("q");
        CaseFilter filter =
                new CaseFilter(
                        Coded.find(CaseState.Status.class, query.first("state")).orElse(null),
                        query.first("kind"),
                        text == null ? "" : text,
                        "1".equals(query.first("mine")),
                        sort == null ? "-proposed" : sort);
        Optional<ExportFormat> wanted = ExportFormat.of(format);
        if (wanted.isPresent()) {
            ExportFile.send(export(filter), wanted.get(), response);
            return null;
        }
        Pager pager = Pager.of(query, ROWS, cases.count(filter));
        return templates.reviewList(
                new CaseListPage(
                        filter,
                        query,
                        head,
                        pager,
                        cases.list(filter, pager.offset(), pager.size()),
                        tabs(filter, query),
                        kinds(filter),
                        kindNames(),
                        matters.mayCreate(),
                        OffsetDateTime.now(clock)));
    }

    private List<Tab> tabs(CaseFilter filter, Query query) {
        Query base = query.without(TableHead.PAGE);
        List<Tab> tabs = new ArrayList<>();
        tabs.add(
                new Tab(
                        t("review.state.all"),
                        base.without("state").href(),
                        filter.state() == null,
                        count(filter, null)));
        for (CaseState.Status status : CaseState.Status.values()) {
            tabs.add(
                    new Tab(
                            ReviewWords.word("state", status),
                            base.with("state", status.code()).href(),
                            filter.state() == status,
                            count(filter, status)));
        }
        return tabs;
    }

    private long count(CaseFilter filter, CaseState.@Nullable Status status) {
        return cases.count(
                new CaseFilter(status, filter.kind(), filter.text(), filter.mine(), filter.sort()));
    }

    private List<Choice> kinds(CaseFilter filter) {
        return subjects.list().stream()
                .map(one -> new Choice(one.kind(), t(one.name()), one.kind().equals(filter.kind())))
                .toList();
    }

    private Map<String, String> kindNames() {
        return subjects.list().stream()
                .collect(Collectors.toMap(one -> one.kind(), one -> t(one.name())));
    }

    private TableExport<CaseLine> export(CaseFilter filter) {
        Map<String, String> kinds = kindNames();
        return new TableExport<>(
                t("review.list"),
                List.of(
                        column("number", CaseLine::number),
                        column("titleJa", line -> line.title().ja()).wide(40),
                        column("titleEn", line -> line.title().en()).wide(40),
                        column("kind", line -> kinds.getOrDefault(line.kind(), line.kind())),
                        column("state", line -> ReviewWords.word("state", line.state())),
                        column("waitsAt", line -> ReviewWords.joined(line.waitsAt())).wide(30),
                        column("body", line -> ReviewWords.joined(line.bodies())).wide(30),
                        column("dueOn", CaseLine::dueOn),
                        column("process", line -> line.process().in(Text.locale())).wide(30),
                        column("proposedOn", line -> day(line.proposedAt())),
                        column("closedOn", line -> day(line.closedAt()))),
                cases.list(filter, 0, MOST_ROWS).stream(),
                new ExportNote(
                        t("review.list"),
                        filter.state() == null ? null : ReviewWords.word("state", filter.state()),
                        Dates.day(LocalDate.now(clock)),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static ExportColumn<CaseLine> column(
            String key, java.util.function.Function<CaseLine, @Nullable Object> value) {
        return ExportColumn.of(
                key,
                org.kakehashi.ui.Messages.text(java.util.Locale.JAPANESE, "review." + key),
                org.kakehashi.ui.Messages.text(java.util.Locale.ENGLISH, "review." + key),
                value);
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.atZoneSameInstant(Dates.zone()).toLocalDate();
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("title", t("review.title")).fixed(),
                Column.text("state", t("review.state")),
                Column.text("waits", t("review.waitsAt")).unsorted(),
                Column.text("since", t("review.since")).unsorted(),
                Column.text("due", t("review.dueOn")).unsorted(),
                Column.text("kind", t("review.kind")).unsorted().onRequest(),
                Column.text("process", t("review.process")).unsorted().onRequest(),
                Column.text("proposed", t("review.proposedOn")),
                Column.text("closed", t("review.closedOn")).onRequest(),
                Column.text("number", t("review.number")));
    }
}
