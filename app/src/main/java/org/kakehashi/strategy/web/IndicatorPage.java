package org.kakehashi.strategy.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.strategy.Breakdown;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Names;
import org.kakehashi.strategy.Plan;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;

/// One indicator on a day: definition, value, years, parts.
public record IndicatorPage(
        Indicator indicator,
        List<Plan.Action> actions,
        DayChoice choice,
        List<Figure> series,
        Chart years,
        Breakdown breakdown,
        Chart parts,
        Names names) {
    static final int BARS = 20;

    /// What agreements may be told apart by on the page.
    static final List<Dimension> DIMENSIONS =
            List.of(
                    Dimension.COUNTRY,
                    Dimension.REGION,
                    Dimension.UNIT,
                    Dimension.KIND,
                    Dimension.LEVEL);

    static Dimension dimension(@Nullable String asked) {
        return DIMENSIONS.stream()
                .filter(one -> one.parameter().equals(asked))
                .findFirst()
                .orElse(Dimension.COUNTRY);
    }

    public @Nullable String value(Breakdown.Item item) {
        return FigureText.part(breakdown, item.value());
    }

    public @Nullable String before(Breakdown.Item item) {
        return FigureText.part(breakdown, item.before());
    }

    public String partsTitle() {
        return FigureText.partTitle(breakdown);
    }

    public FigureRow row() {
        Figure now = series.getLast();
        return new FigureRow(now, series.get(series.size() - 2));
    }

    public List<Tab> tabs() {
        Query query = choice.query();
        return DIMENSIONS.stream()
                .map(one ->
                        new Tab(
                                Names.heading(one),
                                query.with("by", one.parameter()).href() + "#by",
                                one == breakdown.dimension()))
                .toList();
    }

    /// The years as a file.
    public Query seriesFile() {
        return choice.query().without("by");
    }

    /// The parts as a file.
    public Query partsFile() {
        return choice.query().with("by", breakdown.dimension().parameter());
    }

    /// Do the parts add up to the whole? Not where a record can have several values.
    public boolean addsUp() {
        return breakdown.dimension().partition();
    }
}
