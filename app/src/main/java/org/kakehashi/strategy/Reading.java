package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.strategy.formula.Counted;
import org.kakehashi.strategy.formula.Outcome;
import org.kakehashi.strategy.formula.Question;

/// The value of an indicator on a day (of a flow: in its year), or why there is none, with what was
/// asked of measures for it.
public record Reading(Indicator indicator, LocalDate day, Outcome outcome, List<Asked> asked) {
    public Reading {
        asked = List.copyOf(asked);
    }

    /// One question of the formula and its answer.
    public record Asked(Question question, Counted counted) {}

    /// As it is published, rounded half up to the decimals of its definition.
    public @Nullable BigDecimal value() {
        return outcome.value() == null
                ? null
                : outcome.value().setScale(edition().decimals(), RoundingMode.HALF_UP);
    }

    /// How many records lack what was asked for, and are not in the value.
    public long unknown() {
        return asked.stream().mapToLong(one -> one.counted().unknown()).sum();
    }

    public Edition edition() {
        return indicator.edition(day);
    }
}
