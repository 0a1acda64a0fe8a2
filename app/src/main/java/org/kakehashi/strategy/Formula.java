package org.kakehashi.strategy;

import org.jspecify.annotations.Nullable;

/// How an indicator is computed from facts. Filters are written as in the address of the facts'
/// list; `{year}` stands for the fiscal year of a flow.
///
/// @param ofAll filter of the denominator of a share
/// @param dimension what is told apart: the different countries or institutions
/// @param doubt filter of what may belong but is unknown: told beside the figure, never in it
public record Formula(
        Kind kind,
        String filter,
        @Nullable String ofAll,
        @Nullable String dimension,
        @Nullable String doubt) {
    public enum Kind {
        /// How many records.
        COUNT,
        /// How many different values of the dimension.
        DISTINCT,
        /// Records of the filter per 100 of the denominator's.
        SHARE,
        /// Σ s² of the shares of the dimension's values (Herfindahl-Hirschman index), 0 to 1.
        CONCENTRATION
    }
}
