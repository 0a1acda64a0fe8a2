package org.kakehashi.assessment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.assessment.Assessment;
import org.kakehashi.assessment.Cycle;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tone;

/// A cycle at a glance: who is late, grades by action, what was promised.
///
/// @param frozen how many figures stand on the reference day
public record CyclePage(
        Cycle cycle,
        String plan,
        String year,
        List<Line> lines,
        Map<Assessment.Grade, Long> grades,
        long late,
        long decided,
        int frozen,
        @Nullable Integer justFrozen,
        Query query,
        boolean mayManage,
        boolean ahead) {
    public CyclePage {
        lines = List.copyOf(lines);
        grades = Map.copyOf(grades);
    }

    /// @param promised how many corrective actions there are, and how many of them are open
    public record Line(
            Assessment assessment,
            String title,
            @Nullable String unit,
            @Nullable String owner,
            @Nullable LocalDate overdue,
            long promised,
            long open) {}

    public long grade(Assessment.Grade grade) {
        return grades.getOrDefault(grade, 0L);
    }

    public static Tone tone(Assessment.State state) {
        return switch (state) {
            case DRAFT -> Tone.NEUTRAL;
            case SUBMITTED -> Tone.INFO;
            case RETURNED -> Tone.ATTENTION;
            case APPROVED -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
        };
    }

    public static Tone tone(Assessment.Grade grade) {
        return switch (grade) {
            case S, A -> Tone.GOOD;
            case B -> Tone.ATTENTION;
            case C -> Tone.BAD;
        };
    }
}
