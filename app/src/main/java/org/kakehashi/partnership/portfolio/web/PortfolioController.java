package org.kakehashi.partnership.portfolio.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.partnership.designation.Candidacies;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.partnership.portfolio.PartnerFigures;
import org.kakehashi.partnership.portfolio.Portfolio;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All partners in one picture.
@Controller
public class PortfolioController {
    private static final int SHOWN = 1_000;

    /// What the page shows.
    ///
    /// @param total partners of the choice, more than are drawn
    public record Shown(
            Chart chart,
            int drawn,
            int total,
            Query query,
            List<Choice> countries,
            List<Choice> regions,
            List<Choice> schemes) {}

    private final Portfolio portfolio;
    private final Candidacies candidacies;
    private final Templates templates;

    PortfolioController(Portfolio portfolio, Candidacies candidacies, Templates templates) {
        this.portfolio = portfolio;
        this.candidacies = candidacies;
        this.templates = templates;
    }

    @GetMapping("/partners/portfolio")
    @Nullable JteModel show(
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String scheme,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        List<PartnerFigures> all = portfolio.all();
        List<Candidacy> held = candidacies.designated(portfolio.today());
        Set<UUID> designated =
                held.stream()
                        .filter(one -> one.scheme().code().equals(scheme))
                        .map(Candidacy::organization)
                        .collect(Collectors.toSet());
        List<PartnerFigures> chosen =
                all.stream()
                        .filter(one -> country.isEmpty() || country.equals(one.country()))
                        .filter(one -> region.isEmpty() || region.equals(one.region()))
                        .filter(one -> scheme.isEmpty() || designated.contains(one.organization()))
                        .toList();
        if (format != null) {
            ExportFile.send(
                    export(chosen), ExportFormat.of(format).orElse(ExportFormat.XLSX), response);
            return null;
        }
        List<PartnerFigures> drawn = chosen.stream().limit(SHOWN).toList();
        return templates.partnershipPortfolio(
                new Shown(
                        portfolio.drawn(
                                PortfolioChart.of(
                                        Caption.of(
                                                "portfolio",
                                                t("partnership.portfolio"),
                                                t("partnership.portfolio.description")),
                                        drawn,
                                        Text.locale()),
                                drawn,
                                Text.locale()),
                        drawn.size(),
                        chosen.size(),
                        Query.here().without("format"),
                        countries(all, country),
                        choices(
                                all.stream().map(PartnerFigures::region),
                                one -> t("agreement.region." + one),
                                region),
                        schemes(held, scheme)));
    }

    private static List<Choice> countries(List<PartnerFigures> all, String current) {
        return choices(
                all.stream().map(PartnerFigures::country),
                one -> new Country(one).name(Text.locale()),
                current);
    }

    private static List<Choice> choices(
            java.util.stream.Stream<@Nullable String> values,
            Function<String, String> name,
            String current) {
        return values.filter(Objects::nonNull)
                .distinct()
                .map(one -> new Choice(one, name.apply(one)).chosenIf(current))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private static List<Choice> schemes(List<Candidacy> held, String current) {
        return held.stream()
                .map(Candidacy::scheme)
                .collect(
                        Collectors.toMap(
                                one -> one.code(), one -> t(one.name()), (first, second) -> first))
                .entrySet()
                .stream()
                .map(one -> new Choice(one.getKey(), one.getValue()).chosenIf(current))
                .toList();
    }

    private TableExport<PartnerFigures> export(List<PartnerFigures> rows) {
        return new TableExport<>(
                t("partnership.portfolio"),
                List.of(
                        column("partnership.partner", one -> one.label(Text.locale())),
                        column("partnership.strategic.country", PartnerFigures::country),
                        column("partnership.portfolio.breadth", PartnerFigures::breadth),
                        column("partnership.portfolio.agreements", PartnerFigures::agreements),
                        column("partnership.portfolio.people", one -> one.people().value()),
                        column("partnership.portfolio.missing", one -> one.people().missing()),
                        column("partnership.portfolio.before", one -> one.before().value()),
                        column("partnership.portfolio.ratio", PartnerFigures::ratio),
                        column(
                                "partnership.portfolio.trend",
                                one -> t("partnership.trend." + one.trend().code())),
                        column("partnership.portfolio.visits", one -> one.visits().value())),
                rows.stream(),
                new ExportNote(
                        t("partnership.portfolio"),
                        null,
                        Dates.day(portfolio.today()),
                        t(CurrentUser.get().name()),
                        Instant.now(),
                        Page.demonstration()),
                Text.locale());
    }

    private static ExportColumn<PartnerFigures> column(
            String key, Function<PartnerFigures, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key)),
                20,
                value);
    }
}
