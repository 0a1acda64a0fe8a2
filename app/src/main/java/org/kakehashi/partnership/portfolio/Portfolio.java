package org.kakehashi.partnership.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Use;
import org.kakehashi.agreement.facts.Kept;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.portfolio.internal.FigureReader;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.Drawn;
import org.springframework.stereotype.Service;

/// The door of figures of partners: all in one picture, or a few side by side. Everybody who signs
/// in sees what they may read of it.
@Service
public class Portfolio {
    /// Years of exchange a picture looks at.
    public static final int YEARS = 3;

    /// So many may stand side by side.
    public static final int MOST_COMPARED = 6;

    private final FigureReader reader;
    private final Activities activities;
    private final Kept kept;
    private final Access access;
    private final Clock clock;

    Portfolio(FigureReader reader, Activities activities, Kept kept, Access access, Clock clock) {
        this.reader = reader;
        this.activities = activities;
        this.kept = kept;
        this.access = access;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /// All partners with an agreement in force, the broadest first.
    public List<PartnerFigures> all() {
        requireRead();
        LocalDate today = today();
        return kept.answer(
                List.of("portfolio", today),
                () ->
                        reader.figures(null, today, YEARS).stream()
                                .sorted(
                                        Comparator.comparingInt(PartnerFigures::breadth)
                                                .thenComparingInt(PartnerFigures::agreements)
                                                .reversed()
                                                .thenComparing(PartnerFigures::registered))
                                .toList());
    }

    /// The picture of these partners, drawn once while nothing it shows changes.
    public Chart drawn(Chart chart, List<PartnerFigures> partners, Locale reader) {
        List<Object> question =
                List.of(
                        "portfolio picture",
                        reader.getLanguage(),
                        today(),
                        partners.stream().map(PartnerFigures::organization).toList());
        return new Drawn(chart, kept.answer(question, chart::svg));
    }

    /// These partners over so many fiscal years up to today, in the order asked for.
    public List<Compared> compare(List<UUID> partners, int years) {
        requireRead();
        if (partners.size() < 2 || partners.size() > MOST_COMPARED || years < 1 || years > 10) {
            throw KakehashiException.invalid(
                    "partnership.compare.problem.number", Map.of("n", MOST_COMPARED));
        }
        Map<UUID, PartnerFigures> figures = new LinkedHashMap<>();
        reader.figures(partners, today(), years)
                .forEach(one -> figures.put(one.organization(), one));
        Map<UUID, List<UUID>> agreements = reader.agreements(partners);
        Map<UUID, Use> uses =
                activities.lines().stream()
                        .collect(
                                Collectors.toMap(Activities.Line::agreement, Activities.Line::use));
        return partners.stream()
                .distinct()
                .filter(figures::containsKey)
                .map(one ->
                        new Compared(
                                java.util.Objects.requireNonNull(figures.get(one)),
                                Compared.places(
                                        agreements.getOrDefault(one, List.of()).stream()
                                                .filter(uses::containsKey)
                                                .map(uses::get)
                                                .toList())))
                .toList();
    }

    /// Refuses who may not look at figures of partners.
    public void requireReadable() {
        requireRead();
    }

    private void requireRead() {
        access.require("partnership.read");
        if (!CurrentUser.get().signedIn()) {
            throw KakehashiException.forbidden("partnership.read");
        }
    }
}
