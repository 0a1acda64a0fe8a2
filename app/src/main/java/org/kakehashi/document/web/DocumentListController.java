package org.kakehashi.document.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentFilter;
import org.kakehashi.document.DocumentLists;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.DocumentOwners;
import org.kakehashi.kernel.CurrentUser;
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
import org.kakehashi.ui.view.Column;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.kakehashi.ui.view.TableHead;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of documents over all records.
@Controller
class DocumentListController {
    private static final int ROWS = 50;
    private static final int MOST_ROWS = 10_000;

    private final DocumentLists lists;
    private final DocumentOwners owners;
    private final DocumentChoices choices;
    private final Access access;
    private final Clock clock;
    private final Templates templates;

    DocumentListController(
            DocumentLists lists,
            DocumentOwners owners,
            DocumentChoices choices,
            Access access,
            Clock clock,
            Templates templates) {
        this.lists = lists;
        this.owners = owners;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/documents")
    @Nullable JteModel list(
            @RequestParam(required = false) @Nullable String format, HttpServletResponse response)
            throws IOException {
        access.require("document.read");
        Query query = Query.here().without("format");
        TableHead head = new TableHead(columns(), query, "-at");
        DocumentFilter filter = filter(query);
        String sort = Objects.requireNonNullElse(head.sort(), "-at");
        Optional<ExportFormat> wanted = ExportFormat.of(format);
        if (wanted.isPresent()) {
            ExportFile.send(export(filter, sort), wanted.get(), response);
            return null;
        }
        Pager pager = Pager.of(query, ROWS, lists.count(filter));
        List<Document> found =
                lists.list(filter, sort, Text.locale(), pager.offset(), pager.size());
        return templates.documentList(
                new DocumentListPage(
                        filter,
                        query,
                        head,
                        pager,
                        found,
                        owners.of(found),
                        lists.excerpts(found, filter.text()),
                        tabs(filter, query),
                        choices.kinds(DetailsForm.text(filter.kind())),
                        choices.ownerKinds(DetailsForm.text(filter.ownerKind())),
                        DocumentWords.languages(DetailsForm.text(filter.language())),
                        choices.kindNames(),
                        choices.ownerKindNames(),
                        access.may("document.configure")));
    }

    private static DocumentFilter filter(Query query) {
        return new DocumentFilter(
                DetailsForm.text(query.first("q")),
                query.first("kind"),
                query.first("of"),
                query.first("language"),
                DocumentFilter.State.of(query.first("state")));
    }

    private List<Tab> tabs(DocumentFilter filter, Query query) {
        Query base = query.without(TableHead.PAGE);
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab("document.state.kept", base.without("state"), filter, null));
        for (DocumentFilter.State state : DocumentFilter.State.values()) {
            tabs.add(
                    tab(
                            "document.state." + state.code(),
                            base.with("state", state.code()),
                            filter,
                            state));
        }
        return tabs;
    }

    private Tab tab(
            String key, Query query, DocumentFilter filter, DocumentFilter.@Nullable State state) {
        return new Tab(
                t(key),
                query.href(),
                filter.state() == state,
                lists.count(
                        new DocumentFilter(
                                filter.text(),
                                filter.kind(),
                                filter.ownerKind(),
                                filter.language(),
                                state)));
    }

    private TableExport<Document> export(DocumentFilter filter, String sort) {
        List<Document> all = lists.list(filter, sort, Text.locale(), 0, MOST_ROWS);
        Map<UUID, DocumentOwner.Owner> records = owners.of(all);
        Map<String, String> kinds = choices.kindNames();
        return new TableExport<>(
                t("document.list"),
                List.of(
                        column("titleJa", one -> one.details().title().ja()).wide(40),
                        column("titleEn", one -> one.details().title().en()).wide(40),
                        column("kind", one -> kinds.get(one.details().kind())),
                        column("of", one -> record(records, one)).wide(40),
                        column(
                                "language",
                                one -> t("document.language." + one.details().language().code())),
                        column("file", one -> one.newest().name()).wide(30),
                        column("version", Document::latest),
                        column("bytes", one -> one.newest().bytes()),
                        column("at", one -> Dates.moment(one.newest().at())),
                        column("expires", Document::expiresOn),
                        column("sha256", one -> one.newest().sha256()).wide(30)),
                all.stream(),
                new ExportNote(
                        t("document.list"),
                        filter.state() == null
                                ? null
                                : t("document.state." + filter.state().code()),
                        Dates.day(LocalDate.now(clock)),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static @Nullable String record(
            Map<UUID, DocumentOwner.Owner> records, Document document) {
        DocumentOwner.Owner owner = records.get(document.ownerId());
        return owner == null ? null : t(owner.title());
    }

    private static ExportColumn<Document> column(
            String key, Function<Document, @Nullable Object> value) {
        return ExportColumn.of(
                key,
                Messages.text(Locale.JAPANESE, "document." + key),
                Messages.text(Locale.ENGLISH, "document." + key),
                value);
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("title", t("document.title")).fixed(),
                Column.text("kind", t("document.kind")),
                Column.text("of", t("document.of")).unsorted(),
                Column.text("language", t("document.language")).unsorted(),
                Column.text("at", t("document.at")),
                Column.text("expires", t("document.expires")).onRequest());
    }
}
