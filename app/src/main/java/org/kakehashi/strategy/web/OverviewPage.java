package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.stream.Collectors;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.DateText;
import org.kakehashi.strategy.Names;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.view.FigureTile;

/// Everything on the executive page.
public record OverviewPage(
        DayChoice choice,
        List<FigureTile> headlines,
        List<FigureTile> care,
        Chart map,
        Chart flows,
        List<FlowRow> flowRows,
        List<Part> parts,
        List<AgreementLine> expiring,
        String expiringHref,
        Names names) {
    /// One breakdown: its chart, of how many values, and where all of them are.
    public record Part(Chart chart, int values, String href) {
        public boolean more() {
            return values > 12;
        }

        public String file() {
            return href + "&format=csv";
        }
    }

    public String countries(AgreementLine line) {
        return line.countries().stream()
                .map(code -> names.of(Dimension.COUNTRY, code))
                .collect(Collectors.joining(t("strategy.separator.list")));
    }

    public String units(AgreementLine line) {
        return line.units().stream()
                .map(id -> names.of(Dimension.UNIT, id.toString()))
                .collect(Collectors.joining(t("strategy.separator.list")));
    }

    public String end(AgreementLine line) {
        DateText end = line.end();
        return end.precision() == DateText.Precision.DAY && end.date() != null
                ? Dates.day(end.date())
                : end.isKnown() ? end.iso() : end.written();
    }
}
