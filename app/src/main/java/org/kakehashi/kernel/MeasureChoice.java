package org.kakehashi.kernel;

import java.util.Set;

/// Only records that have one of these values in a dimension or, if `except`, a known one that is
/// none of them. [Measure#UNKNOWN] chooses the records in which nobody knows.
public record MeasureChoice(String dimension, Set<String> values, boolean except) {
    public MeasureChoice {
        values = Set.copyOf(values);
    }

    public static MeasureChoice of(String dimension, String... values) {
        return new MeasureChoice(dimension, Set.of(values), false);
    }
}
