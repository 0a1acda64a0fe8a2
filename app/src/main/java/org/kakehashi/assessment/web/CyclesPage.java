package org.kakehashi.assessment.web;

import org.kakehashi.assessment.Cycle;

import java.util.List;

/// All cycles.
public record CyclesPage(List<Line> cycles, boolean mayManage) {
    public CyclesPage {
        cycles = List.copyOf(cycles);
    }

    public record Line(Cycle cycle, String plan, String year, int forms, long decided, long late) {}
}
