package org.kakehashi.partnership.portfolio.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.portfolio.Compared;
import org.kakehashi.partnership.portfolio.Portfolio;
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
import org.springframework.web.bind.annotation.RequestParam;

/// Two to six partners side by side, by the same definitions and over the same years.
@Controller
public class CompareController {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_YEARS = 10;

    /// What the page shows.
    ///
    /// @param fields partner and its name, for each field of the form
    /// @param rows empty while fewer than two are chosen
    public record Shown(
            List<String[]> fields,
            List<Compared> compared,
            List<CompareRow> rows,
            List<Choice> years,
            String period,
            String query,
            @Nullable String problem) {}

    private final Portfolio portfolio;
    private final Organizations organizations;
    private final Kinds kinds;
    private final Templates templates;

    CompareController(
            Portfolio portfolio, Organizations organizations, Kinds kinds, Templates templates) {
        this.portfolio = portfolio;
        this.organizations = organizations;
        this.kinds = kinds;
        this.templates = templates;
    }

    @GetMapping("/partners/compare")
    @Nullable JteModel compare(
            @RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        List<UUID> partners =
                IntStream.rangeClosed(1, Portfolio.MOST_COMPARED)
                        .mapToObj(i -> asked.getOrDefault("partner" + i, ""))
                        .filter(one -> one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                        .map(UUID::fromString)
                        .distinct()
                        .toList();
        String typed = asked.getOrDefault("years", "3");
        int years =
                typed.matches("\\d{1,2}")
                        ? Math.clamp(Integer.parseInt(typed), 1, MOST_YEARS)
                        : Portfolio.YEARS;
        List<Compared> compared = List.of();
        String problem = null;
        if (partners.size() >= 2) {
            compared = portfolio.compare(partners, years);
        } else {
            portfolio.requireReadable();
            if (asked.keySet().stream().anyMatch(one -> one.startsWith("partner"))) {
                problem = t("partnership.compare.problem.number", "n", Portfolio.MOST_COMPARED);
                response.setStatus(UNPROCESSABLE);
            }
        }
        List<CompareRow> rows = compared.isEmpty() ? List.of() : CompareRow.of(compared, kinds);
        if (asked.containsKey("format") && !compared.isEmpty()) {
            ExportFile.send(
                    export(compared, rows, years),
                    ExportFormat.of(asked.get("format")).orElse(ExportFormat.XLSX),
                    response);
            return null;
        }
        return templates.partnershipCompare(
                new Shown(
                        fields(partners),
                        compared,
                        rows,
                        IntStream.rangeClosed(1, MOST_YEARS)
                                .mapToObj(i ->
                                        new Choice(
                                                        Integer.toString(i),
                                                        t("partnership.compare.years.n", "n", i))
                                                .chosenIf(Integer.toString(years)))
                                .toList(),
                        period(years),
                        query(partners, years),
                        problem));
    }

    private List<String[]> fields(List<UUID> partners) {
        var names = organizations.find(partners);
        List<String[]> fields = new ArrayList<>();
        for (UUID one : partners) {
            var ref = names.get(one);
            fields.add(new String[] {one.toString(), ref == null ? "" : ref.label(Text.locale())});
        }
        while (fields.size() < Portfolio.MOST_COMPARED) {
            fields.add(new String[] {"", ""});
        }
        return fields;
    }

    private String period(int years) {
        FiscalYear last = FiscalYear.of(portfolio.today());
        return t(
                "partnership.compare.period",
                "from",
                last.plus(1 - years).label(Text.locale()),
                "to",
                last.label(Text.locale()),
                "day",
                Dates.day(portfolio.today()));
    }

    private static String query(List<UUID> partners, int years) {
        StringBuilder query = new StringBuilder("/partners/compare?years=" + years);
        for (int i = 0; i < partners.size(); i++) {
            query.append("&partner").append(i + 1).append('=').append(partners.get(i));
        }
        return query.toString();
    }

    private TableExport<CompareRow> export(
            List<Compared> compared, List<CompareRow> rows, int years) {
        List<ExportColumn<CompareRow>> columns = new ArrayList<>();
        String key = "partnership.compare.what";
        columns.add(
                new ExportColumn<>(
                        key,
                        new Bilingual(
                                Messages.text(java.util.Locale.JAPANESE, key),
                                Messages.text(java.util.Locale.ENGLISH, key)),
                        30,
                        CompareRow::label));
        for (int i = 0; i < compared.size(); i++) {
            int at = i;
            String name = compared.get(i).figures().label(Text.locale());
            columns.add(
                    new ExportColumn<>(
                            "partner" + i,
                            new Bilingual(name, name),
                            24,
                            row -> row.cells().get(at).file()));
        }
        return new TableExport<>(
                t("partnership.compare"),
                columns,
                rows.stream(),
                new ExportNote(
                        t("partnership.compare"),
                        period(years),
                        Dates.day(portfolio.today()),
                        t(CurrentUser.get().name()),
                        Instant.now(),
                        Page.demonstration()),
                Text.locale());
    }
}
