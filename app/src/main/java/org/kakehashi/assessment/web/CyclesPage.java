package org.kakehashi.assessment.web;

import java.util.List;
import org.kakehashi.assessment.Cycle;

/// All cycles.
public record CyclesPage(List<Line> cycles, boolean mayManage) {
    public CyclesPage {
        cycles = List.copyOf(cycles);
    }

    public record Line(Cycle cycle, String plan, String year, int forms, long decided, long late) {}
}
