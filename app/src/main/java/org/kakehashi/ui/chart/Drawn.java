package org.kakehashi.ui.chart;

import java.util.List;

/// A chart whose picture was drawn before: a map of thousands of places is dear to draw.
public record Drawn(Chart chart, String svg) implements Chart {
    @Override
    public Caption caption() {
        return chart.caption();
    }

    @Override
    public List<LegendEntry> legend() {
        return chart.legend();
    }

    @Override
    public DataTable table() {
        return chart.table();
    }

    @Override
    public boolean wide() {
        return chart.wide();
    }
}
