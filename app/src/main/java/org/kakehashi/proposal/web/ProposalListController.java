package org.kakehashi.proposal.web;

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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.ProposalFilter;
import org.kakehashi.proposal.Proposals;
import org.kakehashi.review.CaseFilter;
import org.kakehashi.review.CaseLine;
import org.kakehashi.review.CaseState;
import org.kakehashi.review.ReviewCases;
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
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The register of proposals: where each stands, who holds it, since when.
@Controller
@RequestMapping("/proposals")
class ProposalListController {
    private static final int ROWS = 50;
    private static final int MOST = 5_000;

    private final Proposals proposals;
    private final Organizations organizations;
    private final Units units;
    private final ReviewCases reviews;
    private final Access access;
    private final Clock clock;
    private final Templates templates;

    ProposalListController(
            Proposals proposals,
            Organizations organizations,
            Units units,
            ReviewCases reviews,
            Access access,
            Clock clock,
            Templates templates) {
        this.proposals = proposals;
        this.organizations = organizations;
        this.units = units;
        this.reviews = reviews;
        this.access = access;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        access.require("proposal.read");
        ProposalFilter filter =
                new ProposalFilter(Coded.find(Proposal.State.class, state).orElse(null), q, mine);
        if (format != null) {
            ExportFile.send(
                    export(lines(proposals.list(filter, 0, MOST))),
                    ExportFormat.of(format).orElse(ExportFormat.XLSX),
                    response);
            return null;
        }
        Query here = Query.here().without("format");
        Pager pager = Pager.of(here, ROWS, proposals.count(filter));
        return templates.proposalList(
                new ProposalListPage(
                        lines(proposals.list(filter, pager.offset(), pager.size())),
                        pager,
                        here,
                        filter,
                        proposals.mayCreate()));
    }

    private List<ProposalListPage.Line> lines(List<Proposal> all) {
        Map<UUID, OrganizationRef> partners =
                organizations.find(
                        all.stream()
                                .map(one -> one.content().partner().organization())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        Map<UUID, String> names =
                units.list().stream().collect(Collectors.toMap(Unit::id, one -> t(one.name())));
        Map<UUID, CaseLine> running =
                all.stream().anyMatch(one -> one.state() == Proposal.State.SUBMITTED)
                        ? running()
                        : Map.of();
        return all.stream().map(one -> line(one, partners, names, running.get(one.id()))).toList();
    }

    private Map<UUID, CaseLine> running() {
        return reviews
                .list(
                        new CaseFilter(
                                CaseState.Status.RUNNING, "proposal", "", false, "-proposed"),
                        0,
                        MOST)
                .stream()
                .collect(Collectors.toMap(CaseLine::subject, one -> one, (a, b) -> a));
    }

    private static ProposalListPage.Line line(
            Proposal one,
            Map<UUID, OrganizationRef> partners,
            Map<UUID, String> names,
            @Nullable CaseLine running) {
        UUID id = one.content().partner().organization();
        OrganizationRef partner = id == null ? null : partners.get(id);
        return new ProposalListPage.Line(
                one,
                partner == null ? "" : partner.label(Text.locale()),
                t(one.content().aim().title()),
                one.content().aim().units().stream()
                        .map(unit -> names.getOrDefault(unit, ""))
                        .collect(Collectors.joining(t("proposal.and"))),
                holder(one, running),
                running == null || running.since() == null ? one.since() : running.since());
    }

    private static String holder(Proposal one, @Nullable CaseLine running) {
        if (running != null && !running.bodies().isEmpty()) {
            return running.bodies().stream()
                    .map(Text::t)
                    .distinct()
                    .collect(Collectors.joining(t("proposal.and")));
        }
        return t("proposal.holder." + one.state().code());
    }

    private TableExport<ProposalListPage.Line> export(List<ProposalListPage.Line> lines) {
        return new TableExport<>(
                t("proposal.list"),
                List.of(
                        column("proposal.number", 16, line -> line.proposal().number()),
                        column("proposal.partner", 40, ProposalListPage.Line::partner),
                        column("proposal.title", 40, ProposalListPage.Line::title),
                        column(
                                "proposal.level",
                                14,
                                line ->
                                        t(
                                                "proposal.level."
                                                        + line.proposal()
                                                                .content()
                                                                .aim()
                                                                .level()
                                                                .code())),
                        column("proposal.who", 30, ProposalListPage.Line::units),
                        column(
                                "proposal.state",
                                16,
                                line -> t("proposal.state." + line.proposal().state().code())),
                        column("proposal.holder", 30, ProposalListPage.Line::holder),
                        column("proposal.sinceWhen", 16, line -> day(line.since())),
                        column("proposal.createdOn", 16, line -> day(line.proposal().createdAt())),
                        column("proposal.effectiveOn", 16, line -> line.proposal().effectiveOn())),
                lines.stream(),
                new ExportNote(
                        t("proposal.list"),
                        null,
                        Dates.day(LocalDate.now(clock)),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static LocalDate day(java.time.OffsetDateTime moment) {
        return moment.atZoneSameInstant(Dates.zone()).toLocalDate();
    }

    private static ExportColumn<ProposalListPage.Line> column(
            String key, int width, Function<ProposalListPage.Line, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key)),
                width,
                value);
    }
}
