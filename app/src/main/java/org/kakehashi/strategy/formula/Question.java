package org.kakehashi.strategy.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.MeasureChoice;

/// What is asked of a measure: which of its records, and what of them.
///
/// @param of the dimension whose values are counted, for [Aggregate#DISTINCT] and
///   [Aggregate#CONCENTRATION] only
public record Question(
        Aggregate aggregate, String measure, @Nullable String of, List<MeasureChoice> choices) {
    public Question {
        choices = List.copyOf(choices);
    }

    public enum Aggregate {
        /// How many records.
        COUNT,
        /// How many different known values of a dimension.
        DISTINCT,
        /// Σ s² of the shares of the known values (Herfindahl-Hirschman index), 0 to 1.
        CONCENTRATION,
        SUM,
        MEAN,
        MEDIAN;

        /// Does it ask for the number records carry?
        public boolean ofValues() {
            return this == SUM || this == MEAN || this == MEDIAN;
        }

        public boolean ofDimension() {
            return this == DISTINCT || this == CONCENTRATION;
        }
    }
}
