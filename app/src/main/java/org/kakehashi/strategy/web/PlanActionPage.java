package org.kakehashi.strategy.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.PlanStep;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tone;

/// An action: its chain of results, its steps, and the plans it serves or is served by.
public record PlanActionPage(
        Plan plan,
        Plan.Action action,
        @Nullable String unit,
        @Nullable String owner,
        Map<String, List<FigureLine>> indicators,
        List<StepLine> steps,
        List<Link> serves,
        List<Link> servedBy,
        List<Choice> actions,
        List<Choice> hangable,
        boolean mayChange,
        LocalDate today) {
    /// An indicator with its value on the day.
    public record FigureLine(Indicator indicator, @Nullable String value, String unit) {}

    /// A step in the reader's words.
    public record StepLine(
            PlanStep step, @Nullable String unit, @Nullable String owner, boolean mine) {
        public Tone tone(LocalDate today) {
            if (step.doneOn() != null) {
                return Tone.GOOD;
            }
            return step.late(today) ? Tone.BAD : Tone.NEUTRAL;
        }

        public String state(LocalDate today) {
            if (step.doneOn() != null) {
                return "strategy.step.done";
            }
            return step.late(today) ? "strategy.step.late" : "strategy.step.open";
        }
    }

    /// An action of another plan.
    public record Link(String code, String title, String plan) {}

    public List<FigureLine> indicators(String level) {
        return indicators.getOrDefault(level, List.of());
    }

    public List<StepLine> steps(String level) {
        return steps.stream().filter(one -> one.step().level().equals(level)).toList();
    }

    /// Nothing says what the action is to change.
    public boolean weak() {
        return indicators("outcome").isEmpty()
                && indicators("impact").isEmpty()
                && steps("outcome").isEmpty()
                && steps("impact").isEmpty();
    }
}
