package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Kept;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.strategy.Breakdown;
import org.kakehashi.strategy.Figures;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Names;
import org.kakehashi.strategy.Partners;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Reckoning;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.chart.Drawn;
import org.kakehashi.ui.map.CountryFigure;
import org.kakehashi.ui.map.Place;
import org.kakehashi.ui.map.WorldMap;
import org.kakehashi.ui.view.FigureTile;
import org.springframework.stereotype.Component;

/// Puts the executive page together.
@Component
public class Overviews {
    private static final List<String> HEADLINES = List.of("K61", "K01", "K02", "K62", "K63", "K17");
    private static final List<String> CARE = List.of("K66", "K67", "K68", "K69");
    private static final List<Dimension> PARTS =
            List.of(Dimension.COUNTRY, Dimension.REGION, Dimension.UNIT, Dimension.KIND);
    private static final int EXPIRING = 10;
    private static final int YEARS = 10;

    private final Plans plans;
    private final Figures figures;
    private final Partners partners;
    private final AgreementFacts agreements;
    private final Charts charts;
    private final Names names;
    private final Kept kept;

    Overviews(
            Plans plans,
            Figures figures,
            Partners partners,
            AgreementFacts agreements,
            Charts charts,
            Names names,
            Kept kept) {
        this.plans = plans;
        this.figures = figures;
        this.partners = partners;
        this.agreements = agreements;
        this.charts = charts;
        this.names = names;
        this.kept = kept;
    }

    /// The map of these records for readers of this language.
    private record Picture(AgreementFilter records, String language) {}

    OverviewPage on(DayChoice choice) {
        LocalDate day = choice.day();
        Indicator all = plans.indicator("K61");
        Indicator begun = plans.indicator("K64");
        Indicator ended = plans.indicator("K65");
        List<LocalDate> years = choice.yearsBack(YEARS);
        Reckoning reckoning =
                figures.reckon()
                        .wanting(chosen(HEADLINES), List.of(day, day.minusYears(1)))
                        .wanting(chosen(CARE), List.of(day, day.minusYears(1)))
                        .wantingValues(List.of(begun, ended), years);
        PARTS.forEach(dimension -> reckoning.wantingNow(all, dimension, day));
        reckoning.counted();
        List<FlowRow> flows =
                years.stream()
                        .map(one ->
                                new FlowRow(
                                        reckoning.figure(begun, one), reckoning.figure(ended, one)))
                        .toList();
        AgreementFilter expiring = AgreementFilter.on(day).with(Status.EXPIRING);
        return new OverviewPage(
                choice,
                tiles(reckoning, HEADLINES, choice),
                tiles(reckoning, CARE, choice),
                map(reckoning.breakdown(all, Dimension.COUNTRY, day), reckoning.records(all, day)),
                charts.flows(
                        flows.stream().map(FlowRow::begun).toList(),
                        flows.stream().map(FlowRow::ended).toList()),
                flows,
                PARTS.stream()
                        .map(dimension -> part(reckoning.breakdown(all, dimension, day), choice))
                        .toList(),
                agreements.first(expiring, new Order(Order.By.END, false), EXPIRING, Text.locale()),
                expiring.href() + "&sort=end",
                names);
    }

    /// The headline tiles alone, for the home page.
    public List<FigureTile> headlines(LocalDate day) {
        DayChoice choice =
                new DayChoice(day, day, org.kakehashi.ui.view.Query.of("/strategy/overview"));
        List<String> codes = List.of("K01", "K02", "K62", "K63");
        Reckoning reckoning =
                figures.reckon().wanting(chosen(codes), List.of(day, day.minusYears(1))).counted();
        return tiles(reckoning, codes, choice);
    }

    private OverviewPage.Part part(Breakdown breakdown, DayChoice choice) {
        String id = "by-" + breakdown.dimension().parameter();
        return new OverviewPage.Part(
                charts.bars(id, breakdown, 12),
                breakdown.items().size(),
                choice.at("/strategy/indicators/" + breakdown.indicator().code())
                        .transform(href ->
                                href
                                        + (href.contains("?") ? "&" : "?")
                                        + "by="
                                        + breakdown.dimension().parameter()));
    }

    private List<FigureTile> tiles(Reckoning reckoning, List<String> codes, DayChoice choice) {
        LocalDate day = choice.day();
        return chosen(codes).stream()
                .map(one ->
                        FigureText.tile(
                                reckoning.figure(one, day),
                                reckoning.figure(one, day.minusYears(1)),
                                choice))
                .toList();
    }

    private List<Indicator> chosen(List<String> codes) {
        return codes.stream().map(plans::indicator).toList();
    }

    private Chart map(Breakdown countries, AgreementFilter records) {
        List<CountryFigure> shaded =
                countries.items().stream()
                        .filter(item ->
                                item.known() && item.value() != null && item.value().signum() > 0)
                        .map(item ->
                                new CountryFigure(
                                        item.key(),
                                        names.of(Dimension.COUNTRY, item.key()),
                                        item.value(),
                                        item.recordsHref()))
                        .toList();
        List<Place> places =
                partners.of(records, Text.locale()).stream()
                        .map(one ->
                                new Place(
                                        one.latitude(),
                                        one.longitude(),
                                        one.name(),
                                        (int) one.agreements(),
                                        "/organizations/" + one.organization()))
                        .toList();
        WorldMap map =
                new WorldMap(
                        Caption.of("map", t("strategy.map"), t("strategy.map.description")),
                        t("strategy.by.country"),
                        t("strategy.unit.agreements"),
                        shaded,
                        places);
        return new Drawn(
                map, kept.answer(new Picture(records, Text.locale().getLanguage()), map::svg));
    }
}
