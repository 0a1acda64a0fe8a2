package org.kakehashi.strategy.web;

import java.math.BigDecimal;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.Figure;
import org.kakehashi.ui.Text;

/// A fiscal year's new agreements and those that ended in it.
public record FlowRow(Figure begun, Figure ended) {
    public String year() {
        return FiscalYear.of(begun.date()).label(Text.locale());
    }

    public String begunText() {
        return String.valueOf(FigureText.number(begun.indicator(), begun.value()));
    }

    public String endedText() {
        return String.valueOf(FigureText.number(ended.indicator(), ended.value()));
    }

    /// New less ended, with its sign.
    public String netText() {
        return String.valueOf(
                FigureText.change(
                        begun.indicator(), BigDecimal.valueOf(begun.records() - ended.records())));
    }
}
