package org.kakehashi.partnership.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.partnership.designation.Criterion;

/// What is planned and done together with a designated partner (連携計画).
///
/// @param talks the latest first
public record JointPlan(
        List<Goal> goals, List<BudgetLine> budget, List<Talk> talks, List<Benefit> benefits) {
    public JointPlan {
        goals = List.copyOf(goals);
        budget = List.copyOf(budget);
        talks = List.copyOf(talks);
        benefits = List.copyOf(benefits);
    }

    public enum Status implements Coded {
        OPEN,
        DONE,
        DROPPED
    }

    public enum Side implements Coded {
        /// 本学
        OURS,
        /// 相手機関
        THEIRS
    }

    /// A joint goal, or what follows from a talk.
    ///
    /// @param id null until it is recorded
    /// @param owner who of us; null: nobody yet
    public record Goal(
            @Nullable UUID id,
            @Nullable UUID talk,
            Bilingual name,
            @Nullable UUID owner,
            @Nullable String partnerOwner,
            @Nullable LocalDate due,
            Status status,
            @Nullable String note,
            int version) {
        public boolean late(LocalDate today) {
            return status == Status.OPEN && due != null && due.isBefore(today);
        }
    }

    /// Yen in a fiscal year; null: unknown.
    public record BudgetLine(
            @Nullable UUID id,
            int year,
            Bilingual name,
            @Nullable Long planned,
            @Nullable Long spent,
            int version) {}

    public record Talk(
            @Nullable UUID id, LocalDate on, String participants, Bilingual minutes, int version) {}

    /// @param source null: values are typed
    /// @param typed values by fiscal year
    public record Benefit(
            @Nullable UUID id,
            Side side,
            Bilingual name,
            @Nullable String unit,
            Criterion.@Nullable Source source,
            Map<Integer, BigDecimal> typed,
            int version) {
        public Benefit {
            typed = Map.copyOf(typed);
        }
    }

    /// Planned and spent in a year; null where one of its lines is unknown.
    public record Total(@Nullable Long planned, @Nullable Long spent) {}

    /// By fiscal year.
    public Map<Integer, Total> totals() {
        Map<Integer, Total> totals = new TreeMap<>();
        for (BudgetLine line : budget) {
            totals.merge(
                    line.year(),
                    new Total(line.planned(), line.spent()),
                    (one, other) ->
                            new Total(
                                    added(one.planned(), other.planned()),
                                    added(one.spent(), other.spent())));
        }
        return totals;
    }

    private static @Nullable Long added(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : (Long) (one + other);
    }
}
