package org.kakehashi.publicsite.web;

import java.time.LocalDate;
import java.util.List;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.chart.Chart;

/// The public map with a few figures.
public record MapPage(
        Chart map,
        long agreements,
        long countries,
        long institutions,
        LocalDate today,
        List<Region> regions) {
    /// A part of the world and its agreements.
    public record Region(String name, long agreements, String href) {}

    public String asOf() {
        return Dates.day(today);
    }
}
